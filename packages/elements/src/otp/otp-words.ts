import type { ActionOf } from '@florin/contract';
import { format, formatPlural, type MessageKey, type Messages } from '@florin/locale';
import { withDialCode } from '../dial/dial-link.js';
import { isNumeric } from './otp-code.js';

type OtpAction = ActionOf<'otp'>;

/** What keeps the customer from going on. The first three are about what stands in the field. */
export type Fault = 'empty' | 'length' | 'wrong' | 'unchecked' | 'not_resent' | 'not_stopped';

export const faultsOfField: readonly (Fault | null)[] = ['empty', 'length', 'wrong'];

const words = {
  empty: 'otp.empty',
  wrong: 'otp.wrong',
  unchecked: 'recovery.retry_later',
  not_resent: 'otp.not_resent',
  not_stopped: 'action.not_stopped',
} as const;

export function faultWords(fault: Fault, action: OtpAction, messages: Messages, language: string): string {
  if (fault === 'length') {
    const key = isNumeric(action) ? 'otp.too_short' : 'otp.characters';
    return formatPlural(messages, language, key, action.length ?? 0);
  }
  const text = messages[words[fault]];
  return fault === 'wrong' ? `${text} ${triesLeft(action, messages, language)}`.trim() : text;
}

/** Empty while the backend does not count them. */
export function triesLeft({ attempts_left: left }: OtpAction, messages: Messages, language: string): string {
  if (left === undefined) return '';
  const text = formatPlural(messages, language, 'otp.attempts_left', left);
  return left === 1 ? `${text} ${messages['otp.last_try']}` : text;
}

const withoutAddress: Readonly<Record<string, MessageKey>> = {
  app: 'otp.app',
  call: 'otp.call',
  email: 'otp.email',
};

/** Where the code comes from. */
export function whence({ dial_code, channel = '', sent_to }: OtpAction, messages: Messages): unknown {
  if (dial_code) return withDialCode(messages['otp.dial'], dial_code);
  if (!sent_to || channel === 'app') return messages[withoutAddress[channel] ?? 'otp.sent'];
  // A masked number or address stays in one piece, on one line, from left to right.
  const whole = `\u2066${sent_to.replaceAll(' ', '\u00a0')}\u2069`;
  return format(messages[channel === 'call' ? 'otp.call_to' : 'otp.sent_to'], { sent_to: whole });
}
