import type { CardInput, InstallmentsInput, InstallmentsOption, SavedCardInput } from '@florin/contract';
import { labelOfCard } from '../card-ranges.js';
import { GatewayError } from '../gateway.js';
import { isSavedCardOption, type IntentRecord, type OfferedMethod } from '../intent-record.js';
import { ProblemError } from '../problem.js';
import { isExpired } from '../saved-cards.js';
import type { ServerContext } from '../server-context.js';
import { agreesToSave, brandOf, checkCard, planOf } from './check-card.js';
import { nothing, required, type PaymentMeans } from './payment-means.js';

export async function cardMeans(context: ServerContext, intent: IntentRecord, input: CardInput): Promise<PaymentMeans> {
  const lookup = await context.lookups.of(intent, input.number);
  return {
    claim(intent) {
      const option = cardOptionOf(intent);
      checkCard(input, option, lookup, '/method');
      const installments = planOf(input, lookup);
      return {
        ...(installments && { installments }),
        method: { type: 'card', label: labelOfCard(brandOf(input, lookup), input.number.slice(-4)) },
        gateway: option.gateway ?? intent.gateway,
        save: agreesToSave(input, option, intent),
      };
    },
    handOver(intent, { installments = null }) {
      const option = cardOptionOf(intent);
      // Without the plan the whole amount would be charged at once: nobody agreed to that.
      if (input.installments !== undefined && !installments) throw new GatewayError('not_sent', 'plan_unknown');
      return { ...nothing, option, installments, save: agreesToSave(input, option, intent) };
    },
  };
}

export function savedCardMeans({ clock, store }: ServerContext, { card: id, cvc }: SavedCardInput): PaymentMeans {
  return {
    async claim(intent, _, cards) {
      const option = savedCardOptionOf(intent);
      const listed = option.cards.some((card) => card.id === id) && !intent.removedCards.includes(id);
      const card = listed ? await cards.find(id) : null;
      // Removed through another of the customer's payments, it may still be listed here.
      if (!card || card.removedAt !== null) throw new ProblemError('method_not_available');
      if (isExpired(card, clock.now()) && !option.test_mode) throw new ProblemError('method_not_available');
      if (cvc === undefined && card.cvc !== 'optional' && card.cvc !== 'hidden')
        throw new ProblemError('validation_failed', { errors: [{ pointer: '/method/cvc', code: 'required' }] });
      const label = labelOfCard(card.brand, card.last4);
      return { method: { type: 'saved_card', label }, gateway: card.gateway, save: false };
    },
    async handOver(intent) {
      const card = await store.cards.find(id);
      // Removed for good since this attempt began, which a crash has interrupted: nothing is sent any more.
      if (!card) throw new GatewayError('not_sent', 'card_forgotten');
      return { ...nothing, option: savedCardOptionOf(intent), token: card.token };
    },
  };
}

export function referenceMeans({ clock, store }: ServerContext, hash: string): PaymentMeans {
  return {
    async claim(intent, attemptId, cards) {
      cardOptionOf(intent);
      const reference = await cards.spend(hash, intent.id, attemptId, clock.now());
      if (!reference) throw new ProblemError('card_reference_spent');
      const { label, gateway, save } = reference;
      return { method: { type: 'card', label }, gateway, save };
    },
    async handOver(intent) {
      const reference = await store.cards.findReference(hash);
      if (!reference) throw new GatewayError('not_sent', 'reference_forgotten');
      const { token, installments, save } = reference;
      return { ...nothing, option: cardOptionOf(intent), token, installments, save };
    },
  };
}

export async function installmentsMeans(
  context: ServerContext,
  intent: IntentRecord,
  { plan: id, total, card, code }: InstallmentsInput,
): Promise<PaymentMeans> {
  const lookup = await context.lookups.of(intent, card.number);
  return {
    claim(intent) {
      const option = installmentsOptionOf(intent, code);
      const plan = option.plans.find((plan) => plan.id === id);
      // What was agreed to is what is charged, or nothing is.
      if (!plan) throw new ProblemError('validation_failed', { errors: [planError('/method/plan')] });
      if (plan.total !== total) throw new ProblemError('validation_failed', { errors: [planError('/method/total')] });
      // A financed purchase is not split again by the card's issuer, and its card is not kept.
      const { installments: _split, installments_total: _total, save: _save, ...paysWith } = card;
      checkCard(paysWith, { ...option, type: 'card' }, lookup, '/method/card');
      const label = labelOfCard(brandOf(card, lookup), card.number.slice(-4));
      return { plan, method: { type: 'installments', label }, gateway: option.gateway ?? intent.gateway, save: false };
    },
    handOver(intent, { plan = null }) {
      // Without the plan the whole amount would be charged at once: nobody agreed to that.
      if (!plan) throw new GatewayError('not_sent', 'plan_unknown');
      return { ...nothing, option: installmentsOptionOf(intent, code), plan };
    },
  };
}

function planError(pointer: string) {
  return { pointer, code: 'invalid_value' };
}

function cardOptionOf(intent: IntentRecord): OfferedMethod {
  return required(intent.methods.find(({ type }) => type === 'card'));
}

function installmentsOptionOf(intent: IntentRecord, code: string | undefined) {
  const isMeant = (method: OfferedMethod): method is InstallmentsOption & { gateway?: string } =>
    method.type === 'installments' && 'plans' in method && (code === undefined || method.code === code);
  return required(intent.methods.find(isMeant));
}

function savedCardOptionOf(intent: IntentRecord) {
  return required(intent.methods.find(isSavedCardOption));
}
