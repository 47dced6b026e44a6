import { currentIntent } from '../current-intent.js';
import type { IntentRecord } from '../intent-record.js';
import { ProblemError } from '../problem.js';
import { equalInConstantTime, sha256 } from '../secrets.js';
import type { ServerContext } from '../server-context.js';

export interface Authorized {
  intent: IntentRecord;
  clientSecret: string;
}

/** The client secret opens its own intent and no other. */
export async function authorize(context: ServerContext, request: Request, intentId: string): Promise<Authorized> {
  const clientSecret = /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1];
  if (clientSecret === undefined) throw new ProblemError('secret_invalid');
  const intent = await currentIntent(context, intentId);
  if (!intent) throw new ProblemError('intent_not_found');
  if (!equalInConstantTime(await sha256(clientSecret), intent.secretHash)) throw new ProblemError('secret_invalid');
  return { intent, clientSecret };
}
