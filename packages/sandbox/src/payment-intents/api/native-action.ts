import { methodDataOf } from '../../acs/messages.js';
import { paramsOf } from '../../acs/wordings.js';
import type { Action, PageAction } from '../payments/action.js';
import type { Intent } from '../payments/model.js';
import { iso } from './iso.js';

type Native = Record<string, unknown>;

/** An action in the system's own JSON. Beyond `type`, `url`, `fields`, `dial_code`, `content` and `image_url` the fields are ours. */
export function nativeAction(action: Action, { amount }: Intent, publicUrl: string): Native {
  switch (action.type) {
    case 'otp':
      return {
        type: 'collect_otp',
        fields: [{ name: 'otp', length: 6, alphabet: 'numeric' }],
        ...(action.dialCode === undefined
          ? { channel: 'sms', sent_to: action.sentTo }
          : { channel: 'ussd', dial_code: action.dialCode }),
        ...resendable(action.resendAt),
        expires_at: iso(action.expiresAt),
        attempts_left: action.attemptsLeft,
      };
    case 'three_ds_method':
      return threeDS('method', {
        url: `${publicUrl}/acs/method`,
        params: { threeDSMethodData: methodDataOf(action.call) },
        server_trans_id: action.call.serverTransId,
        timeout_ms: action.timeout,
      });
    case 'challenge':
      return threeDS('challenge', {
        url: `${publicUrl}/acs/challenge`,
        params: paramsOf(action.challenge, action.wording),
        window_size: action.challenge.windowSize,
        expires_at: iso(action.expiresAt),
      });
    case 'page':
      return nativePage(action, `${publicUrl}/bank`);
    case 'qr':
      return {
        type: 'scan_qr_code',
        content: `${publicUrl}/phone/${action.token}`,
        ...(action.hasApp && {
          app_url: `${publicUrl}/phone/${action.token}`,
          copy_code: `SAND-${action.token.slice(0, 12).toUpperCase()}`,
        }),
        expires_at: iso(action.expiresAt),
      };
    case 'approval':
      return {
        type: 'approve_on_phone',
        ...(action.appName !== undefined && { app_name: action.appName }),
        ...(action.dialCode !== undefined && { dial_code: action.dialCode }),
        ...resendable(action.resendAt),
        expires_at: iso(action.expiresAt),
      };
    case 'instructions':
      return {
        type: 'display_payment_instructions',
        lines: action.lines,
        ...(action.isPrinted && { document_url: `${publicUrl}/bank/document/${action.token}` }),
        expires_at: iso(action.expiresAt),
      };
    case 'sdk':
      return {
        type: 'complete_with_sdk',
        provider: 'sandbox_wallet',
        parameters: { session: action.session, amount: amount.major, currency: amount.currency },
      };
    case 'unlisted':
      return { type: 'an_action_nobody_lists' };
  }
}

function threeDS(step: 'method' | 'challenge', parameters: Native): Native {
  return { type: 'complete_with_sdk', provider: 'three_ds', parameters: { step, ...parameters } };
}

function nativePage({ token, by }: PageAction, bank: string): Native {
  if (by === 'frame') return { type: 'embed_iframe', url: `${bank}/${token}`, height: 420 };
  if (by === 'form') return { type: 'redirect_to_url', url: bank, method: 'POST', params: { token } };
  return { type: 'redirect_to_url', url: `${bank}/${token}`, ...(by === 'popup' && { presentation: 'popup' }) };
}

function resendable(resendAt: number | undefined): Native {
  return resendAt === undefined ? {} : { resend_at: iso(resendAt) };
}
