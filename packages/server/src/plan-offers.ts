import { addsUp, Amount, isPlan, parse, PlanOffer } from '@florin/contract';
import type { Clock } from './clock.js';
import { GatewayError, toGatewayError, type Gateway, type OfferRequest } from './gateway.js';
import { InvalidOptionError } from './invalid-option.js';
import { describeError, type Log } from './log.js';

export interface PlansQuery extends OfferRequest {
  /** By its name in `gateways`. */
  gateway: string;
}

interface Context {
  gateways: ReadonlyMap<string, Gateway>;
  clock: Clock;
  log: Log;
}

/** ms that a product page waits for a provider: without plans it is a whole page too. */
const PATIENCE = 1_500;
/** ms that an answer is good for: a page is drawn often, and a provider changes its terms seldom. */
const REMEMBERED_FOR = 5 * 60_000;
/**
 * ms. Nor is an answer good beyond one of these: a schedule begins today, and wherever the customer is, their midnight falls
 * on a quarter of an hour.
 */
const SAME_DAY = 15 * 60_000;
/** ms that a provider which could not be asked is left alone: else every page would wait for it. */
const REST = 30_000;
const MOST_REMEMBERED = 1_000;

/** What pages say of plans before there is an intent. Whoever looks at the same purchase meanwhile shares one question. */
export class PlanOffers {
  readonly #remembered = new Map<string, { offers: PlanOffer[]; until: number }>();
  readonly #asked = new Map<string, Promise<PlanOffer[]>>();
  /** Gateways that are left alone → until when. */
  readonly #resting = new Map<string, number>();

  constructor(private readonly context: Context) {}

  async of(query: PlansQuery): Promise<PlanOffer[]> {
    const gateway = this.#lenderOf(query);
    const { value, currency, exponent } = query.amount;
    const key = [query.gateway, value, currency, exponent, query.country].join(' ');
    const kept = this.#remembered.get(key);
    // A copy: whoever sorts theirs sorts nobody else's.
    if (kept && kept.until > this.context.clock.now()) return [...kept.offers];
    const asked = this.#asked.get(key);
    if (asked) return [...(await asked)];
    if ((this.#resting.get(query.gateway) ?? 0) > this.context.clock.now()) return [];
    const asking = this.#askInTime(gateway, query, key).finally(() => this.#asked.delete(key));
    this.#asked.set(key, asking);
    return [...(await asking)];
  }

  #lenderOf({ gateway: name, amount, country }: PlansQuery): Pick<Required<Gateway>, 'offerPlans'> {
    const gateway = this.context.gateways.get(name);
    if (!gateway?.offerPlans) throw new InvalidOptionError('gateway', `${name} offers no plans`);
    if (!parse(Amount, amount).ok) throw new InvalidOptionError('amount', 'it does not fit the contract');
    if (country !== undefined && !/^[A-Z]{2}$/.test(country))
      throw new InvalidOptionError('country', 'two capitals (ISO 3166-1 alpha-2)');
    return { offerPlans: gateway.offerPlans.bind(gateway) };
  }

  /** What comes too late for this page is there for the next one. */
  async #askInTime(
    { offerPlans }: Pick<Required<Gateway>, 'offerPlans'>,
    { gateway: name, ...request }: PlansQuery,
    key: string,
  ): Promise<PlanOffer[]> {
    const { clock, log } = this.context;
    let giveUp = () => {};
    const patience = new Promise<never>((_, reject) => {
      giveUp = clock.after(PATIENCE, () => reject(new GatewayError('unknown', 'timeout')));
    });
    try {
      return await Promise.race([this.#ask(offerPlans(request), name, request, key), patience]);
    } catch (error) {
      const { outcome, code } = toGatewayError(error);
      // What was wrong with one question is no reason to ask no other.
      if (outcome === 'refused') this.#remember(key, [], clock.now() + REST);
      else this.#resting.set(name, clock.now() + REST);
      log({ level: 'warn', event: 'plans_not_listed', gateway: name, outcome, code, ...describeError(error) });
      return [];
    } finally {
      giveUp();
    }
  }

  async #ask(answer: Promise<PlanOffer[]>, name: string, { amount }: OfferRequest, key: string): Promise<PlanOffer[]> {
    // Of the day on which they were asked for.
    const asked = this.context.clock.now();
    const listed = await answer;
    const offers = listed.filter((offer) => isTrue(offer, amount));
    if (offers.length < listed.length) this.context.log({ level: 'error', event: 'plan_unreadable', gateway: name });
    this.#resting.delete(name);
    this.#remember(key, offers, Math.min(asked + REMEMBERED_FOR, asked - (asked % SAME_DAY) + SAME_DAY));
    return offers;
  }

  #remember(key: string, offers: PlanOffer[], until: number): void {
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size >= MOST_REMEMBERED && oldest !== undefined) this.#remembered.delete(oldest);
    this.#remembered.set(key, { offers, until });
  }
}

/** A plan adds up to the purchase; a limit keeps it out. */
function isTrue(offer: PlanOffer, amount: Amount): boolean {
  if (!parse(PlanOffer, offer).ok) return false;
  if (isPlan(offer)) return addsUp(offer, amount.value);
  const { minimum = 0, maximum = Infinity } = offer;
  return amount.value < minimum || amount.value > maximum;
}
