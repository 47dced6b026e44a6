import { GatewayError } from '../../gateway.js';

type Native = Record<string, unknown>;

export interface PaymentList {
  payments: Native[];
  /** What was answered says that there is more of it. */
  goesOn: boolean;
}

/** The list itself, or the list in an envelope. Purse documents neither, nor how a long one is divided. */
export function readPaymentList(answer: unknown): PaymentList {
  const envelope = (answer ?? {}) as Native;
  const { payments, data, items } = envelope;
  const list = [answer, payments, data, items].find(Array.isArray) as unknown[] | undefined;
  const isReadable = list?.every((each) => typeof each === 'object' && each !== null && !Array.isArray(each));
  if (!list || !isReadable) throw new GatewayError('unknown', 'unreadable');
  const around = Object.entries(list === answer ? {} : envelope).filter(([, value]) => value !== list);
  return { payments: list as Native[], goesOn: around.some(([name, value]) => saysMore(name, value, list.length)) };
}

/** Any of the usual words for it: a further page that was overlooked would be a payment that is made again. */
function saysMore(name: string, value: unknown, length: number): boolean {
  if (typeof value === 'object' && value !== null) {
    const inner = Object.entries(value);
    return further.test(name) ? inner.length > 0 : inner.some(([key, each]) => saysMore(key, each, length));
  }
  if (name === 'rel') return value === 'next';
  if (further.test(name)) return Boolean(value);
  if (/last$/i.test(name)) return value === false;
  if (/pages$/i.test(name)) return Number(value) > 1;
  // A page that is full.
  if (/limit|size|per_?page/i.test(name)) return length > 0 && Number(value) <= length;
  return /total|count|elements/i.test(name) && Number(value) > length;
}

const further = /next|more|cursor/i;
