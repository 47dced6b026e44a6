import type { Behaviour } from '../asks.js';
import type { Money } from '../money.js';

/** A challenge that an issuer holds for a payment, whichever provider it is at. */
export interface Challenge extends ChallengeRequest {
  acsTransId: string;
  serverTransId: string;
  /** EMV 3DS transaction status, once the customer has answered. */
  result?: 'Y' | 'N';
}

export interface ChallengeRequest {
  /** Where a 3-D Secure method came before: that of the same authentication. */
  serverTransId?: string | undefined;
  amount: Money;
  /** The masked card. */
  label: string;
  /** EMV 3DS challenge window, 01 to 05. */
  windowSize: string;
  /** Where the customer's browser carries the result to. */
  notificationUrl: string;
  behaves?: Behaviour | undefined;
  /** Resolves once nobody waits for an answer any more. */
  late?: () => Promise<void>;
  /** The payment still waits for it. */
  isOpen(): boolean;
  /** Tells the provider: before the browser does, whose word proves nothing. */
  settle(confirmed: boolean): void;
}

/** The 3-D Secure method of one authentication. */
export interface MethodCall {
  serverTransId: string;
  notificationUrl: string;
  behaves?: Behaviour | undefined;
  late: () => Promise<void>;
}

/** What the sandbox's issuers have been asked for. */
export class Challenges {
  readonly #challenges = new Map<string, Challenge>();
  readonly #methodCalls = new Map<string, MethodCall>();

  open({ serverTransId = crypto.randomUUID(), ...request }: ChallengeRequest): Challenge {
    const challenge = { ...request, acsTransId: crypto.randomUUID(), serverTransId };
    this.#challenges.set(challenge.acsTransId, challenge);
    return challenge;
  }

  find(acsTransId: string, serverTransId: string): Challenge | undefined {
    const challenge = this.#challenges.get(acsTransId);
    return challenge?.serverTransId === serverTransId ? challenge : undefined;
  }

  openMethod(request: Omit<MethodCall, 'serverTransId'>): MethodCall {
    const call = { ...request, serverTransId: crypto.randomUUID() };
    this.#methodCalls.set(call.serverTransId, call);
    return call;
  }

  findMethod(serverTransId: string, notificationUrl: string): MethodCall | undefined {
    const call = this.#methodCalls.get(serverTransId);
    return call?.notificationUrl === notificationUrl ? call : undefined;
  }
}
