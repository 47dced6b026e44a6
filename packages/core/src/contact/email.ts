import { incomplete, valid, wrong } from '../card/check.js';
import type { Check } from '../card/check.js';

export type EmailReason = 'empty' | 'form' | 'too_long';

/** RFC 5321, 4.5.3.1.3: a path of 256, less its angle brackets. */
const LONGEST = 254;

/** A Japanese or Chinese keyboard writes ASCII at full width when it is left in its own script. */
const narrow = (text: string) =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/**
 * Checks an e-mail address no more than is certain: something, one @, a domain with a dot inside. Letters of any script
 * are taken (RFC 6531). Nothing is corrected, and whether it reaches anybody only a message would say.
 */
export function checkEmail(text: string): Check<string, EmailReason> {
  const email = narrow(text.normalize('NFC')).replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '');
  if (email === '') return incomplete('empty');
  if (!/^[^@\s\p{Cc}]+@[^@\s\p{Cc}]+$/u.test(email)) return email.includes('@') ? wrong('form') : incomplete('form');
  // The ideographic full stop is a dot too: it is what a Japanese or Chinese keyboard writes (UTS #46).
  const labels = email.slice(email.indexOf('@') + 1).split(/[.\u3002\uff61]/u);
  if (labels.length < 2 || labels.includes('')) return incomplete('form');
  return email.length > LONGEST ? wrong('too_long') : valid(email);
}
