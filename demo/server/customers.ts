import type { CheckoutServer } from '@florin/server';

/** What the shop of a returning customer has sold before: one is chosen beforehand, one is American Express, one is over. */
const earlier = [
  { number: '5555555555554444', brand: 'mastercard', expMonth: 1, expYear: 2024, cvc: '123' },
  { number: '378282246310005', brand: 'amex', expMonth: 11, expYear: 2044, cvc: '1234' },
  { number: '4242424242424242', brand: 'visa', expMonth: 12, expYear: 2042, cvc: '123', isDefault: true },
];

interface CustomersOptions {
  checkout: CheckoutServer;
  /** Base of the provider's API, and the key to it. */
  providerUrl: string;
  secretKey: string;
}

/** The shop's accounts, in memory. Each visitor gets one of their own, so that nobody disturbs anybody else. */
export class Customers {
  readonly #known = new Set<string>();
  readonly #options: CustomersOptions;

  constructor(options: CustomersOptions) {
    this.#options = options;
  }

  /** `undefined`: there is no such account. */
  async open(wanted: string): Promise<string | undefined> {
    if (wanted !== 'new' && wanted !== 'returning') return this.#known.has(wanted) ? wanted : undefined;
    const id = `cus_${crypto.randomUUID()}`;
    this.#known.add(id);
    if (wanted === 'returning') for (const card of earlier) await this.#keep(id, card);
    return id;
  }

  /** The provider keeps the card, as if it had been paid with and agreed to; the shop keeps the provider's token. */
  async #keep(customer: string, { number, cvc, ...card }: (typeof earlier)[number]): Promise<void> {
    const { checkout, providerUrl, secretKey } = this.#options;
    const response = await fetch(`${providerUrl}/cards`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${secretKey}`,
        'Content-Type': 'application/json',
        'X-Idempotency-Key': crypto.randomUUID(),
      },
      body: JSON.stringify({ card: { number, cvc, exp_month: card.expMonth, exp_year: card.expYear } }),
    });
    if (!response.ok) throw new Error(`The provider answered ${response.status} to a card of a returning customer.`);
    const { data } = (await response.json()) as { data: { id: string } };
    const kept = { ...card, gateway: 'payment-intents', token: data.id, last4: number.slice(-4) };
    await checkout.savedCards.add(customer, kept);
  }
}
