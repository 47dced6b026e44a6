/** A way to pay in parts, as the simulated Alma offers it. Its terms are ours: Alma's differ from merchant to merchant. */
export interface Terms {
  installments_count: number;
  deferred_days: number;
  deferred_months: number;
}

export interface PlanPayment {
  /** Unix seconds. */
  due_date: number;
  purchase_amount: number;
  customer_fee: number;
  customer_interest: number;
  total_amount: number;
}

interface Offer {
  /** Of the purchase, in hundredths of a percent, taken with the first payment. */
  feeBps: number;
  /** A year, in hundredths of a percent of what is still owed. */
  interestBps: number;
  /** Euro cents. */
  minimum: number;
  maximum: number;
}

const usual = { interestBps: 0, minimum: 1_000, maximum: 300_000 };

/** By the number of payments. More than four are a credit. */
const offers: Readonly<Record<number, Offer>> = {
  1: { ...usual, feeBps: 0 },
  2: { ...usual, feeBps: 0 },
  3: { ...usual, feeBps: 145 },
  4: { ...usual, feeBps: 207 },
  10: { feeBps: 0, interestBps: 1_720, minimum: 30_000, maximum: 300_000 },
};

/** What an account has when nobody asks for anything else. */
export const accountTerms: readonly Terms[] = [2, 3, 4, 10].map((installments_count) => ({
  installments_count,
  deferred_days: 0,
  deferred_months: 0,
}));

export type Eligibility = Terms & Record<string, unknown> & { eligible: boolean; payment_plan?: PlanPayment[] };

/** One row of the eligibility call's answer. */
export function eligibilityOf(terms: Terms, amount: number, now: number): Eligibility {
  const offer = offers[terms.installments_count];
  const base = { ...terms, purchase_amount: amount };
  if (!offer) return { ...base, eligible: false, reasons: { installments_count: 'invalid_value' } };
  const { minimum, maximum } = offer;
  const constraints = { purchase_amount: { minimum, maximum } };
  if (amount < minimum || amount > maximum) {
    const reasons = { purchase_amount: amount < minimum ? 'under_limit' : 'over_limit' };
    return { ...base, eligible: false, reasons, constraints };
  }
  const payment_plan = schedule(terms, amount, offer, now);
  const cost = payment_plan.reduce(
    (sum, { customer_fee, customer_interest }) => sum + customer_fee + customer_interest,
    0,
  );
  return {
    ...base,
    eligible: true,
    annual_interest_rate: annualRateOf(payment_plan, amount),
    customer_total_cost_amount: cost,
    customer_total_cost_bps: Math.round((cost * 10_000) / amount),
    payment_plan,
    constraints,
  };
}

function schedule(terms: Terms, amount: number, { feeBps, interestBps }: Offer, now: number): PlanPayment[] {
  const { installments_count: count, deferred_days: days, deferred_months: months } = terms;
  const part = Math.floor(amount / count);
  return Array.from({ length: count }, (_, index) => {
    // What the division leaves over comes first.
    const purchase_amount = index === 0 ? amount - part * (count - 1) : part;
    const customer_fee = index === 0 ? Math.round((amount * feeBps) / 10_000) : 0;
    const customer_interest = index === 0 ? 0 : Math.round((part * (count - index) * interestBps) / 10_000 / 12);
    return {
      due_date: Math.floor(later(now, days, months + index) / 1000),
      purchase_amount,
      customer_fee,
      customer_interest,
      total_amount: purchase_amount + customer_fee + customer_interest,
    };
  });
}

/** In months of the calendar: the 31st becomes the last of a shorter month. */
function later(now: number, days: number, months: number): number {
  const date = new Date(now + days * 86_400_000);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months, 1);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}

/** The rate at which all payments are worth the purchase today (as Directive (EU) 2023/2225 has it computed), in hundredths of a percent. */
function annualRateOf(plan: PlanPayment[], amount: number): number {
  const [first] = plan;
  const start = first?.due_date ?? 0;
  const worth = (rate: number) =>
    plan.reduce((sum, { due_date, total_amount }) => {
      const years = (due_date - start) / (365.25 * 86_400);
      return sum + total_amount / (1 + rate) ** years;
    }, 0);
  if (worth(0) <= amount) return 0;
  let [low, high] = [0, 10];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (worth(middle) > amount) low = middle;
    else high = middle;
  }
  return Math.round(low * 10_000);
}
