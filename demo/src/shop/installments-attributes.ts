import type { Amount, PlanOffer } from '@florin/contract';
import { TIME_ZONE } from './time-zone.js';

/** For <florin-installments>: the server's page and the script of the page say the same. */
export function installmentsAttributes({ amount, plans }: { amount: Amount; plans: PlanOffer[] }) {
  const { value, currency, exponent } = amount;
  return { amount: value, currency, exponent, plans: JSON.stringify(plans), 'time-zone': TIME_ZONE };
}
