import { AttemptRequest, type BrowserInfo } from '@florin/contract';
import { currentIntent } from './current-intent.js';
import { readAs } from './http/body.js';
import { sendIfUnsent } from './http/send-attempt.js';
import { attemptCall } from './http/start-attempt.js';
import { carryOut } from './http/write.js';
import { toMerchantIntent, type MerchantIntent } from './merchant-intent.js';
import { ProblemError } from './problem.js';
import { sha256 } from './secrets.js';
import type { ServerContext } from './server-context.js';

export interface ReferencePayment {
  /** Made from the reference when left out: a form that is sent twice is one payment. */
  idempotencyKey?: string;
  /** What 3-D Secure asks of the customer's browser, where the form brought it along. */
  browser?: BrowserInfo;
}

/** The very path of `POST …/attempts`, for a merchant's backend that holds a reference and no client secret. */
export async function payWithReference(
  context: ServerContext,
  intentId: string,
  reference: string,
  { idempotencyKey, browser }: ReferencePayment,
): Promise<MerchantIntent> {
  const intent = await currentIntent(context, intentId);
  if (!intent) throw new ProblemError('intent_not_found');
  const json = { method: { type: 'card_reference', reference }, ...(browser && { browser }) };
  // A form may carry anything, also nothing.
  readAs(AttemptRequest, json);
  const key = idempotencyKey ?? (await sha256(reference));
  // The reference is what the caller knows and the store does not.
  const { body } = await carryOut(
    context,
    { secret: reference, key, json, intent },
    {
      ...attemptCall(context, intentId),
      route: 'attempts by the merchant',
      act: async (begun, sent) => {
        await sendIfUnsent(context, begun, sent);
        const latest = await currentIntent(context, intentId);
        if (!latest) throw new ProblemError('intent_not_found');
        return toMerchantIntent(latest);
      },
    },
  );
  return JSON.parse(body) as MerchantIntent;
}
