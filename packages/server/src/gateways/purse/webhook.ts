import type { WebhookHint } from '../../gateway.js';
import type { PurseOptions } from './options.js';
import { attemptIdIn } from './sent-payment.js';

/** Purse tells its own names of a payment: which intent's session it is of stands in the address that the session has. */
export function callbackFor(webhookUrl: string, intentId: string): string {
  const url = new URL(webhookUrl);
  url.searchParams.set('intent', intentId);
  return url.href;
}

/**
 * The body is a payment, and unsigned: a hint to read it again. An earlier attempt may turn out to be paid while a later one
 * is under way, so the attempt is named where it can be.
 */
export function hintIn(rawBody: Uint8Array, url: URL | undefined, options: PurseOptions): WebhookHint {
  const payment = objectIn(rawBody);
  const intentId = url?.searchParams.get('intent');
  const attemptId = attemptIdIn(payment, options);
  if (intentId && attemptId !== null) return { intentId, attemptId };
  const { client_session_id: sessionId } = payment;
  return { providerIntentId: typeof sessionId === 'string' ? sessionId : null };
}

function objectIn(rawBody: Uint8Array): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(new TextDecoder().decode(rawBody));
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    // A hint about nothing. It changes nothing and needs no second delivery.
    return {};
  }
}
