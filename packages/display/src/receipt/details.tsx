import { formatDate, formatMoney, formatPlural } from '@florin/locale';
import { h } from '@stencil/core';
import type { ReceiptView } from './receipt-view.js';
import { zoneName } from './zone-name.js';

/** What a tag says of a payment. */
export interface Details {
  merchant?: string | undefined;
  description?: string | undefined;
  method?: string | undefined;
  reference?: string | undefined;
}

/** The payment itself. What is not said has no line. */
export function details(said: Details, date: string | null, view: ReceiptView) {
  const { merchant, description, method, reference } = said;
  const { messages, amount, locale, parts } = view;
  return (
    <dl part="details">
      <div part="line amount" class="amount">
        <dt>{messages[parts ? 'receipt.amount.in_parts' : 'receipt.amount']}</dt>
        <dd>{formatMoney(amount, locale)}</dd>
      </div>
      {line(messages['receipt.total'], agreedTotal(view))}
      {line(messages['receipt.merchant'], merchant)}
      {line(messages['receipt.description'], description)}
      {line(messages['receipt.date'], date && moment(date, view))}
      {line(messages['receipt.method'], method && <bdi>{method}</bdi>)}
      {line(messages['receipt.reference'], reference && <bdi dir="ltr">{reference}</bdi>)}
    </dl>
  );
}

function line(name: string, value: unknown) {
  return (
    value && (
      <div part="line">
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    )
  );
}

function agreedTotal({ messages, locale, amount, parts }: ReceiptView): string | null {
  if (!parts || parts.total === null) return null;
  const total = formatMoney({ ...amount, value: parts.total }, locale);
  if (parts.count === null) return total;
  const count = new Intl.NumberFormat(locale).format(parts.count);
  return formatPlural(messages, locale, 'receipt.payments', parts.count, { count, total });
}

function moment(date: string, { locale, timeZone }: ReceiptView) {
  return (
    <time dateTime={date}>
      {formatDate(date, locale, { timeZone, withTime: true })} <bdi dir="ltr">({zoneName(date, timeZone)})</bdi>
    </time>
  );
}
