import { addsUp, FinancingPlan, parse } from '@florin/contract';
import { GatewayError, toGatewayError, type Gateway } from './gateway.js';
import type { IntentRecord } from './intent-record.js';
import { describeError } from './log.js';
import { toPayment } from './provider-reader.js';
import type { ServerContext } from './server-context.js';

/** ms that the making of an intent waits for a provider's plans: a page waits for it in turn. */
const PATIENCE = 3_000;

/**
 * The plans that a provider finances a payment with. None: it does not, or could not be asked. Then the method is left
 * out, and said so: an intent that can be paid otherwise does not wait for a provider that is down.
 */
export async function listPlans(
  context: ServerContext,
  intent: IntentRecord,
  gateway: string,
): Promise<FinancingPlan[]> {
  const about = { intent: intent.id, gateway };
  try {
    const listed = await askInTime(context, intent, gateway);
    const plans = listed.filter((plan) => parse(FinancingPlan, plan).ok && addsUp(plan, intent.amount.value));
    if (plans.length < listed.length) context.log({ level: 'error', event: 'plan_unreadable', ...about });
    if (plans.length === 0) context.log({ level: 'info', event: 'plans_none', ...about });
    return plans;
  } catch (error) {
    const { outcome, code } = toGatewayError(error);
    context.log({ level: 'warn', event: 'plans_not_listed', ...about, outcome, code, ...describeError(error) });
    return [];
  }
}

async function askInTime(context: ServerContext, intent: IntentRecord, name: string): Promise<FinancingPlan[]> {
  const gateway: Gateway | undefined = context.gateways.get(name);
  let giveUp = () => {};
  const patience = new Promise<never>((_, reject) => {
    giveUp = context.clock.after(PATIENCE, () => reject(new GatewayError('unknown', 'timeout')));
  });
  try {
    return await Promise.race([gateway?.listPlans?.(toPayment(context, intent, name)) ?? [], patience]);
  } finally {
    giveUp();
  }
}
