import { isPaid } from '@florin/contract';
import { FlorinPaymentStatus, FlorinReceipt } from '@florin/display/react';
import { useEffect, useState } from 'react';
import { keysOf, readOrder, type CheckoutKeys, type Order } from '../../src/shop/orders.js';

const place = { locale: 'en', timeZone: 'Europe/Paris' };

export function OrderPage({ order: first, nonce }: { order: Order; nonce: string | undefined }) {
  const [order, setOrder] = useState(first);
  const [keys, setKeys] = useState<CheckoutKeys>();
  // Only the tab that ordered may follow the payment.
  useEffect(() => setKeys(keysOf(first.id)), [first.id]);

  async function look() {
    const now = await readOrder(order.id).catch(() => undefined);
    if (now) setOrder(now);
  }

  const { snapshot, plan, installments, number } = order;
  return (
    <main>
      <h1>Order {number}</h1>
      <FlorinPaymentStatus
        snapshot={JSON.stringify(snapshot)}
        endpoint="/api/checkout"
        intent={keys?.intent}
        clientSecret={keys?.clientSecret}
        onFlorinStatus={() => void look()}
        {...place}
        nonce={nonce}
      >
        <a href="/">Back to the shop</a>
      </FlorinPaymentStatus>
      {isPaid(snapshot.status) && (
        <FlorinReceipt
          amount={snapshot.amount.value}
          currency={snapshot.amount.currency}
          exponent={snapshot.amount.exponent}
          merchant={snapshot.merchant.name}
          method={snapshot.active_attempt?.method.label ?? undefined}
          date={snapshot.completed_at ?? undefined}
          status={snapshot.status}
          reference={String(number)}
          refunds={JSON.stringify(snapshot.refunds)}
          chargeBacks={JSON.stringify(snapshot.charge_backs)}
          installments={installments?.count}
          installmentsTotal={installments?.total.value}
          plan={plan ? JSON.stringify(plan) : undefined}
          {...place}
          nonce={nonce}
        />
      )}
    </main>
  );
}
