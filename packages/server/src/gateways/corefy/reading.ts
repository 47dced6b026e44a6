import type { AttemptReading, Provider, Reading } from '@florin/providers';
import { GatewayError, type GatewayPayment } from '../../gateway.js';
import { isSameAmount } from '../major-units.js';
import type { Invoice, Step } from './invoice.js';

/** What an invoice says of the attempt that it stands for. `step`: what the card gateway has asked for. */
export function readInvoice(
  provider: Provider,
  { amount: agreed }: GatewayPayment,
  { body, amount }: Invoice,
  step: Step = {},
): Reading {
  const { attempt: read, ...rest } = provider.read({ ...body, ...step });
  // Whatever became of another amount, what was agreed did not: it is watched, and a person has to look.
  if (!rest.violations && !isSameAmount(amount, agreed, 'major')) throw new GatewayError('unknown', 'amount_mismatch');
  const hasStep = Object.keys(step).length > 0;
  const attempt = read && hasStep ? undated(read) : read;
  const isHostedPage = attempt?.next_action?.type === 'redirect' && !hasStep;
  // Where the customer would type the card. It was typed here.
  if (isHostedPage) return { ...rest, attempt: { ...attempt, status: 'processing', next_action: null } };
  return { ...rest, attempt };
}

/** What the card gateway asks is news, however old the invoice is that it is told with. */
function undated({ revision: _older, ...attempt }: AttemptReading): AttemptReading {
  return attempt;
}

export function isOver({ attempt }: Reading): boolean {
  return ['completed', 'failed', 'cancelled'].includes(attempt?.status ?? '');
}

/** Whether a card was sent to it is not known: never failed, never tried again, watched until the invoice ends. */
export function doubtful(reading: Reading): Reading {
  if (!reading.attempt || isOver(reading)) return reading;
  return { ...reading, attempt: { ...reading.attempt, status: 'processing', uncertain: true, next_action: null } };
}
