import type { FinancingPayment, FinancingPlan, PlanLimit } from '@florin/contract';

/** A plan as Alma names it: how many payments, and how long the first one is put off. */
export interface AlmaTerms {
  installments_count: number;
  deferred_days: number;
  deferred_months: number;
}

/** The same terms have the same name on every day. */
export function planIdOf({ installments_count, deferred_days, deferred_months }: AlmaTerms): string {
  return `alma_${installments_count}_${deferred_days}_${deferred_months}`;
}

/** `null`: it is no plan of Alma's. */
export function termsOf(planId: string): AlmaTerms | null {
  const match = /^alma_(\d{1,3})_(\d{1,3})_(\d{1,3})$/.exec(planId);
  if (!match) return null;
  const [count, days, months] = match.slice(1).map(Number) as [number, number, number];
  return { installments_count: count, deferred_days: days, deferred_months: months };
}

type Native = Record<string, unknown>;

/**
 * One answer of the eligibility call as a plan that may be shown. `null`: it is not offered, its dates are out of order, or its
 * numbers do not add up to each other and to `amount`: what cannot be shown truly is not shown.
 */
export function planOf(answer: unknown, amount: number): FinancingPlan | null {
  const { eligible, purchase_amount, payment_plan, annual_interest_rate, customer_total_cost_amount, ...rest } =
    (answer ?? {}) as Native;
  const terms = readTerms(rest);
  if (eligible !== true || !terms || !Array.isArray(payment_plan)) return null;
  if (purchase_amount !== undefined && purchase_amount !== amount) return null;
  const payments = payment_plan.map(readPayment);
  if (payments.length === 0 || payments.length > 60 || !payments.every((payment) => payment !== null)) return null;
  // A purchase that is put off is one payment; any other has as many as it is named after.
  if (payments.length !== Math.max(1, terms.installments_count)) return null;
  const fees = sum(payments.map(({ fee }) => fee));
  if (payments.some(({ due_at }, index) => due_at < (payments[index - 1]?.due_at ?? ''))) return null;
  if (sum(payments.map((payment) => payment.amount)) !== amount) return null;
  if (customer_total_cost_amount !== undefined && customer_total_cost_amount !== fees) return null;
  return {
    id: planIdOf(terms),
    payments,
    total: amount + fees,
    ...(isCount(annual_interest_rate) && annual_interest_rate > 0 && { annual_rate_bps: annual_interest_rate }),
  };
}

/** Which amounts the plan is for, where `amount` is none of them. `null`: it is, or is refused for another reason. */
export function limitOf(answer: unknown, amount: number): PlanLimit | null {
  const { eligible, purchase_amount, constraints, ...rest } = (answer ?? {}) as Native;
  const terms = readTerms(rest);
  if (eligible !== false || !terms || terms.installments_count > 60) return null;
  if (purchase_amount !== undefined && purchase_amount !== amount) return null;
  const { minimum, maximum } = ((constraints as Native | undefined)?.['purchase_amount'] ?? {}) as Native;
  const isTooSmall = isCount(minimum) && amount < minimum;
  const isTooLarge = isCount(maximum) && amount > maximum;
  if (!isTooSmall && !isTooLarge) return null;
  const limits = { ...(isCount(minimum) && { minimum }), ...(isCount(maximum) && { maximum }) };
  return { id: planIdOf(terms), count: Math.max(1, terms.installments_count), ...limits };
}

/** More than one payment, or a later one. All at once and now is what every card does. */
export function isFinanced(plan: Pick<FinancingPlan, 'id'>): boolean {
  const terms = termsOf(plan.id);
  return terms !== null && (terms.installments_count > 1 || terms.deferred_days > 0 || terms.deferred_months > 0);
}

/** What a payment says of its plan is what was agreed to. What it leaves out contradicts nothing. */
export function isAsAgreed(answer: unknown, { id, total }: FinancingPlan, amount: number): boolean {
  const terms = termsOf(id);
  const native = (answer ?? {}) as Native;
  const { customer_fee, customer_interest, payment_plan } = native;
  if (Object.entries(terms ?? {}).some(([name, agreed]) => isCount(native[name]) && native[name] !== agreed))
    return false;
  const fees = [customer_fee, customer_interest].filter(isCount);
  if (fees.length > 0 && amount + sum(fees) !== total) return false;
  const payments = Array.isArray(payment_plan) ? payment_plan.map(readPayment) : [];
  if (payments.length === 0 || !payments.every((payment) => payment !== null)) return true;
  return (
    payments.length === Math.max(1, terms?.installments_count ?? 0) &&
    sum(payments.map((payment) => payment.amount)) === amount &&
    sum(payments.map((payment) => payment.amount + payment.fee)) === total
  );
}

function readTerms({ installments_count, deferred_days = 0, deferred_months = 0 }: Native): AlmaTerms | null {
  const terms = { installments_count, deferred_days, deferred_months };
  return Object.values(terms).every((value) => isCount(value) && value < 1000) ? (terms as AlmaTerms) : null;
}

function readPayment(native: unknown): FinancingPayment | null {
  const { due_date, purchase_amount, customer_fee = 0, customer_interest = 0, total_amount } = (native ?? {}) as Native;
  const parts = [purchase_amount, customer_fee, customer_interest];
  if (!parts.every(isCount) || !isCount(due_date) || due_date > 1e11) return null;
  const [amount, fee, interest] = parts as [number, number, number];
  if (total_amount !== undefined && total_amount !== amount + fee + interest) return null;
  return { due_at: new Date(due_date * 1000).toISOString(), amount, fee: fee + interest };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
