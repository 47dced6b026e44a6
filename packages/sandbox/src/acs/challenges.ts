import type { Money } from '../money.js';

/** A challenge that an issuer holds for a payment, whichever provider it is at. */
export interface Challenge extends ChallengeRequest {
  acsTransId: string;
  serverTransId: string;
  /** EMV 3DS transaction status, once the customer has answered. */
  result?: 'Y' | 'N';
}

export interface ChallengeRequest {
  amount: Money;
  /** The masked card. */
  label: string;
  /** EMV 3DS challenge window, 01 to 05. */
  windowSize: string;
  /** Where the customer's browser carries the result to. */
  notificationUrl: string;
  /** The payment still waits for it. */
  isOpen(): boolean;
  /** Tells the provider: before the browser does, whose word proves nothing. */
  settle(confirmed: boolean): void;
}

/** Every challenge of the sandbox's issuers. */
export class Challenges {
  readonly #challenges = new Map<string, Challenge>();

  open(request: ChallengeRequest): Challenge {
    const challenge = { ...request, acsTransId: crypto.randomUUID(), serverTransId: crypto.randomUUID() };
    this.#challenges.set(challenge.acsTransId, challenge);
    return challenge;
  }

  find(acsTransId: string, serverTransId: string): Challenge | undefined {
    const challenge = this.#challenges.get(acsTransId);
    return challenge?.serverTransId === serverTransId ? challenge : undefined;
  }
}
