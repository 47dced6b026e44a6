import type { CardInput, CardInstallments } from '@florin/contract';
import {
  GatewayError,
  type GatewayPayment,
  type KeptCard,
  type StartRequest,
  type TokenizeRequest,
} from '../../gateway.js';
import { toMajorUnits } from '../major-units.js';
import { failureReport } from './refusal.js';

/*
 * The provider documents no card fields at all: what stands here is an extension that our sandbox understands. A real
 * account may spell it otherwise, and this file is the place to say so.
 */

type Native = Record<string, unknown>;

/** A card with all that was asked for beside it. */
export function cardBody(
  card: CardInput,
  { installments, save, payment }: Pick<TokenizeRequest, 'installments' | 'save' | 'payment'>,
): Native {
  const {
    type: _type,
    brand,
    billing,
    email,
    phone,
    installments: _count,
    installments_total: _total,
    save: _save,
    ...rest
  } = card;
  const details = { ...(billing && { address: billing }), ...(email && { email }), ...(phone && { phone }) };
  return {
    card: { ...rest, ...(brand !== undefined && { network: brand }) },
    ...(Object.keys(details).length > 0 && { billing_details: details }),
    ...(installments && { installments: installmentsBody(installments, payment) }),
    ...(save && { save_card: true }),
  };
}

/** What a card attempt pays with: the card itself, a token that was made of it, or a kept card. */
export function meansBody(request: StartRequest): Native {
  const { input, token } = request;
  if (input.type === 'card') return cardBody(input, request);
  if (input.type === 'card_reference') return { token };
  if (input.type === 'saved_card') return { saved_card: token, ...(input.cvc !== undefined && { cvc: input.cvc }) };
  // A financing company's plan has no place here: the whole amount would be charged at once.
  const message = 'The provider takes no plans.';
  throw new GatewayError('refused', 'method_not_supported', {
    failure: failureReport('method_not_supported', 'method_unavailable', message),
  });
}

export function readTokenId(data: Native): string {
  const { id } = data;
  if (typeof id !== 'string') throw new GatewayError('unknown', 'unreadable');
  return id;
}

/** `null`: the attempt has kept no card. */
export function readKeptCard(attempt: Native): KeptCard | null {
  const native = attempt['saved_card'];
  if (typeof native !== 'object' || native === null) return null;
  const { id, network, last4, exp_month: expMonth, exp_year: expYear, requires_cvc: asks } = native as Native;
  // A card without a date cannot be shown as the contract shows kept cards.
  if (typeof expMonth !== 'number' || typeof expYear !== 'number') return null;
  if (typeof id !== 'string' || typeof network !== 'string' || typeof last4 !== 'string')
    throw new GatewayError('unknown', 'unreadable');
  return { token: id, brand: network, last4, expMonth, expYear, cvc: asks === false ? 'hidden' : 'required' };
}

function installmentsBody({ count, total }: CardInstallments, { amount }: GatewayPayment): Native {
  return { count, total: toMajorUnits({ ...amount, value: total }) };
}
