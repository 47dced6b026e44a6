import type { Clock } from '../clock.js';
import { refuse } from './problem.js';
import { objectAt, textAt, type Body } from './requests.js';
import { networkOf } from '../card.js';

/** A card on its way into one payment. In memory only, and never shown. */
export interface HeldCard {
  number: string;
  brand: string;
  isExpired: boolean;
}

/** Good once, and for ten minutes. */
const LIFETIME = 10 * 60_000;

/** The secure fields' vault: a card goes in, a token comes out. */
export class Vault {
  readonly #cards = new Map<string, { card: HeldCard; end: number }>();

  constructor(private readonly clock: Clock) {}

  tokenize(body: Body): Record<string, unknown> {
    const card = this.#read(objectAt(body, 'card'));
    const token = crypto.randomUUID();
    const end = this.clock.now() + LIFETIME;
    this.#cards.set(token, { card, end });
    return {
      vault_form_token: token,
      expires_at: new Date(end).toISOString(),
      card: { last_four_digits: card.number.slice(-4), brands: [card.brand] },
    };
  }

  spend(token: string): HeldCard {
    const held = this.#cards.get(token);
    this.#cards.delete(token);
    if (!held || held.end <= this.clock.now()) refuse('/split/0/vault_form_token');
    return held.card;
  }

  #read(card: Body): HeldCard {
    const number = textAt(card, 'number') ?? '';
    const { expiry_month: month, expiry_year: year, cvv } = card;
    const isMonth = Number.isInteger(month) && Number(month) >= 1 && Number(month) <= 12;
    const isYear = Number.isInteger(year) && Number(year) >= 2000 && Number(year) <= 2199;
    const wrong = [
      ...(/^\d{12,19}$/.test(number) ? [] : ['/card/number']),
      ...(isMonth ? [] : ['/card/expiry_month']),
      ...(isYear ? [] : ['/card/expiry_year']),
      ...(cvv === undefined || /^\d{3,4}$/.test(String(cvv)) ? [] : ['/card/cvv']),
    ];
    if (wrong.length > 0) refuse(...wrong);
    return {
      number,
      brand: textAt(card, 'selected_network') ?? networkOf(number),
      // A card is good until the end of its month.
      isExpired: Date.UTC(Number(year), Number(month), 1) <= this.clock.now(),
    };
  }
}
