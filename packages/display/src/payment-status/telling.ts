import { explainFailure, type IntentSnapshot } from '@florin/contract';
import { format, formatDate, formatMoney } from '@florin/locale';
import type { DisplayMessages } from '@florin/locale/display';
import { isAllBack, wentBackOf, type WentBack } from '../reversals/went-back.js';
import { phaseOf, type Phase } from './phase.js';

export type Sign = 'waiting' | 'success' | 'failure' | 'warning' | 'returned';
type Messages = DisplayMessages['payment-status'];

export interface StatusLanguage {
  messages: Messages;
  locale: string;
  /** IANA name of the zone whose days are meant. */
  timeZone: string;
}

/** What is said of a payment, in the reader's words. */
export interface Telling {
  sign: Sign;
  title: string;
  texts: string[];
  wentBack: { text: string; lines: string[] }[];
  reference: string | null;
}

/** What is said, in the keys of the messages. */
interface Said {
  sign: Sign;
  title: keyof Messages;
  texts: (keyof Messages)[];
  showsReference?: boolean;
}

export function tellingOf(snapshot: IntentSnapshot, language: StatusLanguage): Telling {
  const { messages, locale } = language;
  const { status, amount, refunds, charge_backs: chargeBacks } = snapshot;
  const wentBack = wentBackOf('florin-payment-status', amount.value, { status, refunds, chargeBacks });
  const { sign, title, texts, showsReference } = saidOf(phaseOf(snapshot), snapshot, wentBack);
  const values = { amount: formatMoney(snapshot.amount, locale), merchant: snapshot.merchant.name };
  return {
    sign,
    title: messages[title],
    texts: texts.map((key) => format(messages[key], values)),
    wentBack: wentBack.map((each) => returnedIn(each, snapshot, language)),
    reference: showsReference ? format(messages['reference'], { reference: snapshot.id }) : null,
  };
}

/** Nothing is known of the payment, and the backend does not answer. */
export function unavailable({ messages }: StatusLanguage): Telling {
  const [title, text] = [messages['status.unavailable.title'], messages['status.unavailable.text']];
  return { sign: 'warning', title, texts: [text], wentBack: [], reference: null };
}

/** `knownAt`: ms since 1970. */
export function staleWords(knownAt: number, { messages, locale, timeZone }: StatusLanguage): string {
  return format(messages['status.stale'], { date: formatDate(knownAt, locale, { timeZone, withTime: true }) });
}

/** All of it at once, for whoever hears the page: a title without a full stop is no sentence. */
export function spoken({ title, texts, wentBack }: Telling): string {
  const sentences = [title, ...texts, ...wentBack.map(({ text }) => text)];
  return sentences.map((text) => (text.endsWith('.') ? text : `${text}.`)).join(' ');
}

function saidOf(phase: Phase, snapshot: IntentSnapshot, wentBack: readonly WentBack[]): Said {
  switch (phase) {
    case 'waiting':
      return { sign: 'waiting', title: 'status.waiting.title', texts: ['status.about'] };
    case 'processing':
      return { sign: 'waiting', title: 'status.processing.title', texts: ['status.about'] };
    case 'action_required':
      return { sign: 'waiting', title: 'status.action.title', texts: ['status.about', 'status.action.text'] };
    case 'verifying':
      return verifying(snapshot);
    case 'attempt_failed':
    case 'failed':
      return failed(phase, snapshot);
    case 'expired':
      return { sign: 'warning', title: 'expired.title', texts: ['status.about', 'expired.text'] };
    case 'cancelled':
      return { sign: 'warning', title: 'cancelled.title', texts: ['status.about', 'cancelled.text'] };
    case 'completed':
      return paid(snapshot, wentBack);
  }
}

function verifying({ active_attempt: attempt }: IntentSnapshot): Said {
  const { reason, recovery } = explainFailure(attempt?.failure ?? null);
  // Why an attempt failed says nothing while nobody knows whether it did.
  const why = recovery === 'verify_outcome' ? reason : 'unknown_outcome';
  return {
    sign: 'warning',
    title: 'verifying.title',
    texts: ['status.about', `reason.${why}`, 'recovery.verify_outcome'],
    showsReference: true,
  };
}

function failed(phase: 'attempt_failed' | 'failed', { active_attempt: attempt }: IntentSnapshot): Said {
  const isOver = phase === 'failed';
  const next = isOver ? 'failed.text' : 'status.again';
  if (!isOver && attempt?.status === 'cancelled')
    return { sign: 'warning', title: 'cancelled.title', texts: ['status.about', next] };
  const said: Said = { sign: isOver ? 'failure' : 'warning', title: 'failed.title', texts: ['status.about'] };
  if (attempt?.status !== 'failed') return { ...said, texts: [...said.texts, next], showsReference: true };
  const { reason, recovery } = explainFailure(attempt.failure ?? null);
  const isForShop = recovery === 'contact_merchant';
  return {
    ...said,
    texts: [...said.texts, `reason.${reason}`, isForShop ? 'recovery.contact_merchant' : next],
    showsReference: isOver || isForShop,
  };
}

function paid({ status, amount, active_attempt: attempt }: IntentSnapshot, wentBack: readonly WentBack[]): Said {
  // Of what is paid in parts, the customer has paid a part at most; once something went back, the dates are another matter too.
  const isInParts = attempt?.method.type === 'installments';
  const said: Said = isInParts
    ? { sign: 'success', title: 'confirmed.title', texts: [status === 'completed' ? 'paid.in_parts' : 'status.about'] }
    : { sign: 'success', title: 'paid.title', texts: ['paid.text'] };
  const last = wentBack.at(-1);
  if (last && isAllBack(amount.value, wentBack))
    return { ...said, sign: 'returned', title: `status.${last.kind}.title`, showsReference: true };
  return { ...said, showsReference: true };
}

function returnedIn(
  { kind, isAll, total, lines }: WentBack,
  { amount }: IntentSnapshot,
  { messages, locale, timeZone }: StatusLanguage,
): Telling['wentBack'][number] {
  const money = (value: number) => formatMoney({ ...amount, value }, locale);
  const values = { amount: money(amount.value), part: money(total ?? 0) };
  const part = total === null ? (`paid.partially_${kind}` as const) : (`status.${kind}.part` as const);
  return {
    text: format(messages[isAll ? (`paid.${kind}` as const) : part], values),
    lines: lines.map(({ amount: value, at }) =>
      format(messages['status.reversal'], { amount: money(value), date: formatDate(at, locale, { timeZone }) }),
    ),
  };
}
