import { expireIfDue, isExpiryDue, type IntentRecord } from './intent-record.js';
import type { ServerContext } from './server-context.js';

/** The intent as it is now: its time may have run out since it was last written. */
export async function currentIntent({ store, clock }: ServerContext, id: string): Promise<IntentRecord | null> {
  const intent = await store.find(id);
  if (!intent || !isExpiryDue(intent, clock.now())) return intent;
  return store.change(id, (latest) => expireIfDue(latest, clock.now()));
}

/** ms that a reader waits for the provider before it gets what is known. */
const PATIENCE = 1_500;

/** The same, after a bounded look at the provider when an attempt is under way, or when what is paid may be refunded by now. */
export async function freshIntent(context: ServerContext, intent: IntentRecord): Promise<IntentRecord | null> {
  await new Promise<void>((resolve, reject) => {
    const cancel = context.clock.after(PATIENCE, resolve);
    context.reader.readIfDue(intent).finally(cancel).then(resolve, reject);
  });
  return currentIntent(context, intent.id);
}
