import { formatDate, formatMoney } from '@florin/locale';
import { h } from '@stencil/core';
import type { ReceiptView } from './receipt-view.js';
import type { Returned, ReturnedLine } from './reversals.js';

/** Each refund and charge-back with its date, and what is left of the payment where the numbers tell. */
export function wentBack({ lines, net }: Returned, view: ReceiptView) {
  const { messages, parts } = view;
  return (
    <dl part="returned">
      {lines.map((line) => returnedLine(line, view))}
      {net !== null && (
        <div part="line net" class="net">
          <dt>{messages[parts ? 'receipt.net.in_parts' : 'receipt.net']}</dt>
          <dd>{money(net, view)}</dd>
        </div>
      )}
    </dl>
  );
}

function returnedLine({ kind, amount, at }: ReturnedLine, view: ReceiptView) {
  const { messages, locale, timeZone } = view;
  return (
    <div part="line">
      <dt>
        {messages[kind === 'refunded' ? 'receipt.refund' : 'receipt.charge_back']}{' '}
        {at && (
          <small>
            <time dateTime={at}>{formatDate(at, locale, { timeZone })}</time>
          </small>
        )}
      </dt>
      <dd>{amount === null ? messages['receipt.unknown'] : money(amount, view)}</dd>
    </div>
  );
}

function money(value: number, { amount, locale }: ReceiptView): string {
  return formatMoney({ ...amount, value }, locale);
}
