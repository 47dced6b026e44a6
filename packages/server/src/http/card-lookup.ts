import { CardLookupRequest } from '@florin/contract';
import { ProblemError } from '../problem.js';
import type { ServerContext } from '../server-context.js';
import { readAs } from './body.js';
import { write } from './write.js';

/** `POST /intents/{id}/card-lookup`: which brands the first digits stand for, and what such a card needs. */
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
    act: ({ intent }, { bin }) => context.lookups.of(intent, bin),
  });
}
