import { creqOf } from '../acs/messages.js';
import { capturedOf, refundableOf, type Payment, type Session } from './model.js';

/** Writes sessions and payments down in Purse's own JSON. */
export class NativeJson {
  constructor(
    private readonly publicUrl: string,
    private readonly entityId: string,
  ) {}

  session({ id, status, amount, currency, captureMode, redirectionUrl, order, ...rest }: Session) {
    return {
      id,
      status,
      created_at: iso(rest.createdAt),
      expires_at: iso(rest.expiresAt),
      entity_id: this.entityId,
      amount,
      currency,
      capture_mode: captureMode,
      shopper_redirection_url: redirectionUrl,
      order_reference: order['reference'],
      // Of no use without Purse's own script.
      widget: { js_url: `${this.publicUrl}/purse/widget.js`, data: btoa(JSON.stringify({ client_session_id: id })) },
      links: { hosted_page: `${this.publicUrl}/purse/hosted/${id}` },
    };
  }

  payment(session: Session, payment: Payment): Record<string, unknown> {
    const { split, challenge } = payment;
    const captured = capturedOf(payment);
    return {
      id: payment.id,
      version: payment.version,
      created_at: iso(payment.createdAt),
      entity_id: this.entityId,
      amount: payment.amount,
      currency: payment.currency,
      client_session_id: session.id,
      order_reference: payment.orderReference,
      state: payment.state,
      ...(payment.code !== null && { code: payment.code }),
      ...(payment.psp !== null && { psp: { name: split.partner ?? 'card', status: payment.psp } }),
      totals: {
        authorized: payment.authorized,
        available_to_capture: payment.authorized - captured,
        captured,
        available_to_refund: refundableOf(payment),
        refunded: payment.refunded,
        charged_back: payment.chargedBack,
      },
      captures: payment.captures,
      split: [{ ...split, amount: payment.amount, installments: payment.installments }],
      ...(challenge &&
        !payment.settled && {
          redirection: {
            type: 'three_ds_challenge',
            url: `${this.publicUrl}/acs/challenge`,
            method: 'POST',
            params: { creq: creqOf(challenge) },
          },
        }),
      ...payment.scenario.fields,
    };
  }
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
