import type { CardInput } from '@florin/contract';
import type { Clock } from '../../clock.js';
import { lookupCards } from '../../test-cards.js';
import { ApiError } from '../api/problem.js';
import { randomId } from '../../random-id.js';
import { networkOf } from '../../card.js';

/** ms that a token can be paid with. */
const TOKEN_LIFETIME = 30 * 60_000;

/** A card with all that came along, as a provider's vault holds it: in this process's memory, and shown to nobody. */
export interface VaultCard {
  card: CardInput;
  installments: { count: number; total: number } | null;
  save: boolean;
}

/** A card that is kept to be paid with again. */
export interface SavedCard {
  id: string;
  network: string;
  last4: string;
  exp_month: number | undefined;
  exp_year: number | undefined;
  requires_cvc: boolean;
}

/** The cards that the simulated provider holds. No security code is held once a card has been kept. */
export class Vault {
  readonly #clock: Clock;
  readonly #tokens = new Map<string, { held: VaultCard; expiresAt: number }>();
  readonly #saved = new Map<string, { shown: SavedCard; number: string }>();
  readonly #forgotten: string[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  tokenize(held: VaultCard): { id: string; expiresAt: number } {
    const id = `tok_${randomId()}`;
    const expiresAt = this.#clock.now() + TOKEN_LIFETIME;
    this.#tokens.set(id, { held, expiresAt });
    return { id, expiresAt };
  }

  /** A token is good for one attempt. */
  spend(id: string): VaultCard {
    const token = this.#tokens.get(id);
    this.#tokens.delete(id);
    if (!token || token.expiresAt <= this.#clock.now()) throw unknown('token');
    return token.held;
  }

  keep(card: CardInput): SavedCard {
    const { number, brand, exp_month, exp_year } = card;
    const shown: SavedCard = {
      id: `card_${randomId()}`,
      network: brand ?? networkOf(number),
      last4: number.slice(-4),
      exp_month,
      exp_year,
      requires_cvc: (lookupCards.find((row) => row.number === number)?.range.cvc?.need ?? 'required') === 'required',
    };
    this.#saved.set(shown.id, { shown, number });
    return shown;
  }

  find(id: string): { shown: SavedCard; number: string } {
    const saved = this.#saved.get(id);
    if (!saved) throw unknown('saved_card');
    return saved;
  }

  forget(id: string): void {
    if (!this.#saved.delete(id)) throw new ApiError(404, 'No such card.');
    this.#forgotten.push(id);
  }

  /** For the control surface: no number, no code. */
  show(): { saved: SavedCard[]; forgotten: string[]; tokens: number } {
    return {
      saved: [...this.#saved.values()].map(({ shown }) => shown),
      forgotten: [...this.#forgotten],
      tokens: this.#tokens.size,
    };
  }
}

function unknown(field: 'token' | 'saved_card'): ApiError {
  return new ApiError(422, 'The given data was not accepted.', { fields: { [field]: ['There is no such card.'] } });
}
