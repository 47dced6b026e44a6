import type { BrowserInfo, CardInput } from '@florin/contract';
import type { GatewayPayment, StartRequest } from '../../gateway.js';
import { termsOf, type AlmaTerms } from '../alma/plan.js';
import { CHALLENGE_MANDATED, defaultMethods, type PurseOptions } from './options.js';
import { refused } from './refusal.js';
import { nativeSession, type NativeSession } from './session-names.js';
import { billingAddressOf, sessionOf } from './session.js';
import { markedReference } from './sent-payment.js';
import { callbackFor } from './webhook.js';

type Native = Record<string, unknown>;

export function sessionBody(payment: GatewayPayment, options: PurseOptions): object {
  const { entityId, captureMode = 'AUTOMATIC', webhookUrl, session = (body) => body } = options;
  return session(
    {
      entity_id: entityId,
      ...sessionIn(payment, options),
      capture_mode: captureMode,
      integration_mode: 'EMBEDDED',
      ...(webhookUrl !== undefined && { webhook: { url: callbackFor(webhookUrl, payment.id) } }),
    },
    payment,
  );
}

/** The card, and nothing but the card: what the vault exchanges for a form token. */
export function vaultBody({ number, exp_month, exp_year, cvc, holder, brand }: CardInput, sessionId: string): Native {
  return {
    client_session_id: sessionId,
    card: {
      number,
      ...(exp_month !== undefined && { expiry_month: exp_month, expiry_year: exp_year }),
      ...(cvc !== undefined && { cvv: cvc }),
      ...(holder !== undefined && { holder_name: holder }),
      ...(brand !== undefined && { selected_network: brand }),
    },
  };
}

export function paymentBody(request: StartRequest, card: CardInput, formToken: string, options: PurseOptions): object {
  const { payment, browser } = request;
  const { entityId, attemptIn = 'order_reference', payment: lastWord = (body) => body } = options;
  const { order, customer } = sessionIn(payment, options);
  const { billing, email, phone } = card;
  // What the customer has typed goes before what the merchant knew.
  const typed = { ...(billing && { address: billing }), ...(email && { email }), ...(phone && { phone }) };
  const reference = attemptIn === 'order_reference' ? { reference: markedReference(order, request.attempt.id) } : {};
  const body = {
    entity_id: entityId,
    amount: payment.amount.value,
    currency: payment.amount.currency,
    client_session_id: payment.providerIntentId,
    shopper_redirection_url: payment.returnUrl,
    order: {
      ...order,
      ...reference,
      ...(Object.keys(typed).length > 0 && {
        billing_address: billingAddressOf({ ...payment.order?.buyer?.billing, ...typed }),
      }),
    },
    ...(customer && { customer }),
    split: [split(request, formToken, options)],
    ...(browser && { browser: browserBody(browser) }),
  };
  return lastWord(body, request);
}

/** Purse takes cards, and with Alma cards that a plan is paid from. */
export function cardOf({ input, installments }: StartRequest): CardInput {
  // For the issuer's own installments Purse has no field: the whole amount would be charged at once.
  if (input.type === 'card' && input.installments === undefined && installments === null) return input;
  if (input.type === 'installments') return input.card;
  throw refused('method_not_taken', 'method_unavailable', 'This gateway takes cards, paid at once, and plans.');
}

function sessionIn(payment: GatewayPayment, { sessionNames = 'both' }: PurseOptions): NativeSession {
  return nativeSession(sessionOf(payment), payment, sessionNames);
}

function split(request: StartRequest, formToken: string, options: PurseOptions): Native {
  const { input, payment, attempt, authenticate, notificationUrl } = request;
  const { challengeIndicator = CHALLENGE_MANDATED, attemptIn } = options;
  return {
    amount: payment.amount.value,
    ...(input.type === 'installments' ? financing(request, options) : methodOf('card', options)),
    vault_form_token: formToken,
    ...(attemptIn === 'split_reference' && { reference: attempt.id }),
    three_ds_authentication_options: {
      ...(authenticate && { challenge_indicator: challengeIndicator }),
      notification_url: notificationUrl,
    },
  };
}

/** Without its plan the whole amount would be charged at once: nobody agreed to that. */
export function planTerms({ plan }: StartRequest): AlmaTerms {
  const terms = plan && termsOf(plan.id);
  if (!terms) throw refused('plan_unknown', 'method_unavailable', 'The plan is none of Alma’s.');
  return terms;
}

function financing(request: StartRequest, options: PurseOptions): Native {
  const { option } = request;
  const label = 'code' in option && typeof option.code === 'string' ? option.code : 'almacb4x';
  const { installments_count: count, ...deferred } = planTerms(request);
  return { ...methodOf(label, options), label, installments: { count, ...deferred } };
}

function methodOf(name: string, { methods = defaultMethods }: PurseOptions): Native {
  const { partner, method } = Object.hasOwn(methods, name) ? (methods[name] ?? {}) : {};
  return { ...(partner !== undefined && { partner }), ...(method !== undefined && { method }) };
}

function browserBody(browser: BrowserInfo): Native {
  return {
    user_agent: browser.user_agent,
    // A page's script does not get to know its browser's own: this is what all of them accept.
    accept_header: 'text/html',
    color_depth: browser.color_depth,
    java_enabled: browser.java_enabled,
    javascript_enabled: browser.javascript_enabled,
    locale: browser.language,
    screen_height: browser.screen_height,
    screen_width: browser.screen_width,
    utc_time_zone: browser.timezone_offset,
  };
}
