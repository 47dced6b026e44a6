import type { ApprovalOption, InstructionsOption, MobileMoneyOption, QrOption, RedirectOption } from '@florin/contract';

/** A way to pay that is no card: it goes on in an app, on a page, or at a counter. */
export type OtherMethod = (QrOption | RedirectOption | ApprovalOption | InstructionsOption | MobileMoneyOption) & {
  key: string;
};

export type Operator = MobileMoneyOption['operators'][number];

const others: readonly string[] = ['qr', 'redirect', 'approval', 'instructions', 'mobile_money'];

export function isOther<Method extends { type: string }>(method: Method): method is Extract<Method, OtherMethod> {
  return others.includes(method.type);
}
