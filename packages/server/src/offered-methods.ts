import { addsUp, MethodOption, parse, type FinancingPlan } from '@florin/contract';
import { listPlans } from './financing-plans.js';
import type { Gateway } from './gateway.js';
import { isMobileMoneyOption, type IntentRecord, type OfferedMethod } from './intent-record.js';
import { InvalidOptionError } from './invalid-option.js';
import { listedCards } from './saved-cards.js';
import type { ServerContext } from './server-context.js';

/** What can be known of the merchant's methods before anybody is asked. */
export function checkMethods({ gateways }: ServerContext, methods: readonly OfferedMethod[], gateway: string): void {
  if (methods.length === 0) throw new InvalidOptionError('methods', 'offer at least one');
  for (const method of methods) {
    const name = method.gateway ?? gateway;
    if (!isToBeFilled(method)) checkWhole(method);
    checkTaken(method, gateways.get(name) ?? {}, name);
  }
  checkDistinct(methods);
}

/**
 * The methods with what the merchant leaves to be filled in: the customer's saved cards, and the plans of installments. An
 * installments method for which there is no plan is left out.
 */
export async function fillMethods(context: ServerContext, intent: IntentRecord): Promise<OfferedMethod[]> {
  const filled = await Promise.all(intent.methods.map((method) => fill(context, intent, method)));
  const methods = filled.filter((method) => method !== null);
  methods.forEach(checkWhole);
  for (const plan of methods.flatMap(plansOf))
    if (!addsUp(plan, intent.amount.value))
      throw new InvalidOptionError('methods', `the payments of the plan ${plan.id} do not add up`);
  if (methods.length === 0)
    throw new InvalidOptionError('methods', 'no plan is offered for this payment, and there is no other way to pay');
  return methods;
}

async function fill(
  context: ServerContext,
  intent: IntentRecord,
  method: OfferedMethod,
): Promise<OfferedMethod | null> {
  const gateway = method.gateway ?? intent.gateway;
  if (!isToBeFilled(method)) return method;
  if (method.type === 'saved_card')
    return { ...method, cards: await listedCards(context, intent.customer?.id, gateway) } as OfferedMethod;
  const plans = await listPlans(context, intent, gateway);
  return plans.length > 0 ? ({ ...method, plans } as OfferedMethod) : null;
}

function isToBeFilled(method: OfferedMethod): boolean {
  return method.type === 'saved_card' || (method.type === 'installments' && plansOf(method).length === 0);
}

function plansOf(method: OfferedMethod): FinancingPlan[] {
  const plans = method.type === 'installments' && 'plans' in method ? method.plans : [];
  return Array.isArray(plans) ? (plans as FinancingPlan[]) : [];
}

function checkWhole(method: OfferedMethod): void {
  if (!parse(MethodOption, method).ok) throw new InvalidOptionError('methods', 'one of them does not fit the contract');
}

/** Of these the customer's page sends no more than the code: with one code, another one than the chosen would be paid with. */
const chosenByCode = ['redirect', 'qr', 'approval', 'instructions', 'mobile_money'];

function checkDistinct(methods: readonly OfferedMethod[]): void {
  for (const type of chosenByCode) {
    const codes = methods
      .filter((method) => method.type === type)
      .map((method) => ('code' in method ? method.code : undefined));
    if (hasTwice(codes))
      throw new InvalidOptionError('methods', `two of ${type} cannot be told apart: give each a code of its own`);
  }
  if (methods.filter(isMobileMoneyOption).some(({ operators }) => hasTwice(operators.map(({ id }) => id))))
    throw new InvalidOptionError('methods', 'two operators cannot be told apart: give each an id of its own');
}

function hasTwice(names: readonly unknown[]): boolean {
  return new Set(names).size < names.length;
}

function checkTaken(method: OfferedMethod, gateway: Partial<Gateway>, name: string): void {
  const { takes, keptCard, listPlans } = gateway;
  if (takes && !takes.includes(method.type))
    throw new InvalidOptionError('methods', `the gateway ${name} does not take ${method.type}`);
  if (method.type === 'card' && 'save' in method && method.save && !keptCard)
    throw new InvalidOptionError('methods', 'this gateway cannot keep cards');
  if (method.type === 'installments' && isToBeFilled(method) && !listPlans)
    throw new InvalidOptionError('methods', `the gateway ${name} lists no plans: say those of installments`);
}
