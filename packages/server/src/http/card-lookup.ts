import { CardLookupRequest } from '@florin/contract';
import { lookUpCard } from '../card-ranges.js';
import { describeError } from '../log.js';
import { ProblemError } from '../problem.js';
import type { ServerContext } from '../server-context.js';
import { readAs } from './body.js';
import { write } from './write.js';

/** `POST /intents/{id}/card-lookup`: which brands the first digits stand for. */
export function cardLookup(context: ServerContext, request: Request, intentId: string): Promise<Response> {
  return write(context, request, {
    intentId,
    route: 'card-lookup',
    read: (json) => readAs(CardLookupRequest, json),
    status: 200,
    begin: (intent) => {
      const wait = context.cardLookups.take(intentId);
      if (wait > 0) throw new ProblemError('rate_limited', { retryAfter: wait / 1000 });
      return { intent, attemptId: null };
    },
    act: async ({ intent }, { bin }) => {
      const card = intent.methods.find((method) => method.type === 'card');
      const gateway = context.gateways.get(card?.gateway ?? intent.gateway);
      try {
        const lookup = await gateway?.lookUpCard?.(bin);
        if (lookup) return lookup;
      } catch (error) {
        // Its loss never blocks paying: what the prefixes tell is enough.
        context.log({ level: 'warn', event: 'card_lookup_failed', intent: intentId, ...describeError(error) });
      }
      return lookUpCard(bin, context.cardRanges);
    },
  });
}
