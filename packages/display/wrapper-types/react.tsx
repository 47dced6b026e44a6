import type { FlorinPaymentStatusCustomEvent } from '@florin/display';
import { FlorinAcceptedMethods, FlorinInstallments, FlorinPaymentStatus, FlorinReceipt } from '@florin/display/react';

// A wrong prop is an error in each of them: where one is `any`, the compiler finds an expectation that nothing meets.

export const right = [
  <FlorinAcceptedMethods methods="visa, Alma" locale="fr" nonce="n0nce" className="wide" key="methods" />,
  <FlorinInstallments amount={4999} currency="EUR" exponent={2} plans="[]" timeZone="Europe/Paris" key="plans" />,
  <FlorinPaymentStatus snapshot="{}" onFlorinStatus={({ detail }) => detail.version.toFixed()} key="status">
    <a href="/">Back</a>
  </FlorinPaymentStatus>,
  <FlorinReceipt amount={4999} currency="EUR" exponent={2} chargeBacks="[]" headingLevel={3} key="receipt" />,
];

export function heard({ detail }: FlorinPaymentStatusCustomEvent<{ version: number }>): string {
  // @ts-expect-error -- a version is a number
  return detail.version;
}

export const wrong = [
  // @ts-expect-error -- a list is said as text
  <FlorinAcceptedMethods methods={['visa']} key="methods" />,
  // @ts-expect-error -- there is no such theme
  <FlorinAcceptedMethods theme="pink" key="theme" />,
  // @ts-expect-error -- a currency is a code
  <FlorinInstallments currency={978} key="plans" />,
  // @ts-expect-error -- plans are JSON
  <FlorinInstallments plans={[]} key="json" />,
  // @ts-expect-error -- there is no such prop
  <FlorinPaymentStatus secret="s" key="status" />,
  // @ts-expect-error -- what happened has no `paid`
  <FlorinPaymentStatus onFlorinStatus={({ detail }) => detail.paid} key="event" />,
  // @ts-expect-error -- a level is a number
  <FlorinReceipt headingLevel="h3" key="receipt" />,
];
