import { CardLookup, parse } from '@florin/contract';
import { findRange, type CardRange } from './card-ranges.js';
import type { Gateway } from './gateway.js';
import { installmentsOf } from './installments.js';
import type { IntentRecord } from './intent-record.js';
import { describeError } from './log.js';
import type { ServerContext } from './server-context.js';

/** ms that a payment waits for the provider's lookup: its loss never blocks paying. */
const PATIENCE = 1_500;
/** ms and number of lookups that a gateway's answers are remembered: what was offered is still there when it is chosen. */
const REMEMBERED_FOR = 15 * 60_000;
const MOST_REMEMBERED = 1_000;

/** What the first digits of a card tell: the merchant's own ranges first, then the provider, then the schemes'. */
export class CardLookups {
  /** By gateway and first digits, never by a whole number. */
  readonly #remembered = new Map<string, { lookup: CardLookup; until: number }>();

  constructor(private readonly context: ServerContext) {}

  async of(intent: IntentRecord, digits: string): Promise<CardLookup> {
    const [name, gateway] = this.#takerOf(intent);
    const { installments, ...lookup } = await this.#all(intent, digits.slice(0, 8), name, gateway);
    // Agreed to and not handed on, they would be charged at once.
    return { ...lookup, ...(installments && gateway?.takesCardInstallments && { installments }) };
  }

  async #all(intent: IntentRecord, bin: string, name: string, gateway: Gateway | undefined): Promise<CardLookup> {
    const own = findRange(bin, this.context.cardRanges);
    if (own) return toLookup(own, intent);
    const theirs = gateway?.lookUpCard ? await this.#ask(intent, bin, name, gateway.lookUpCard.bind(gateway)) : null;
    if (theirs && theirs.brands.length > 0) return theirs;
    const scheme = findRange(bin);
    return { ...(scheme ? toLookup(scheme, intent) : { brands: [] }), ...(theirs && withoutBrands(theirs)) };
  }

  #takerOf(intent: IntentRecord): [name: string, gateway: Gateway | undefined] {
    const paidWith = (type: string) => intent.methods.find((method) => method.type === type);
    const name = (paidWith('card') ?? paidWith('installments'))?.gateway ?? intent.gateway;
    return [name, this.context.gateways.get(name)];
  }

  async #ask(
    intent: IntentRecord,
    bin: string,
    name: string,
    lookUpCard: NonNullable<Gateway['lookUpCard']>,
  ): Promise<CardLookup | null> {
    const { clock, log } = this.context;
    const key = `${name} ${intent.amount.currency} ${intent.amount.value} ${bin}`;
    const kept = this.#remembered.get(key);
    if (kept && kept.until > clock.now()) return kept.lookup;
    let giveUp = () => {};
    try {
      const patience = new Promise<null>((resolve) => (giveUp = clock.after(PATIENCE, () => resolve(null))));
      const answer = await Promise.race([lookUpCard(bin, intent.amount), patience]);
      const lookup = answer && parse(CardLookup, answer);
      // What does not fit the contract is no answer: its loss never blocks paying.
      if (!lookup?.ok) return null;
      this.#remember(key, lookup.value);
      return lookup.value;
    } catch (error) {
      // What the prefixes tell is enough.
      log({ level: 'warn', event: 'card_lookup_failed', intent: intent.id, ...describeError(error) });
      return null;
    } finally {
      giveUp();
    }
  }

  #remember(key: string, lookup: CardLookup): void {
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size >= MOST_REMEMBERED && oldest !== undefined) this.#remembered.delete(oldest);
    this.#remembered.set(key, { lookup, until: this.context.clock.now() + REMEMBERED_FOR });
  }
}

function toLookup({ from: _from, to: _to, installments, ...range }: CardRange, { amount }: IntentRecord): CardLookup {
  const offered = installmentsOf(amount, installments ?? []);
  return {
    ...range,
    ...(range.brands.length > 1 && { co_badged: true }),
    ...(offered.length > 0 && { installments: offered }),
  };
}

function withoutBrands({ brands: _brands, ...lookup }: CardLookup): Omit<CardLookup, 'brands'> {
  return lookup;
}
