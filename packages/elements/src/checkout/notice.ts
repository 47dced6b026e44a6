import type { Recovery, ToldFailure } from '@florin/contract';
import type { CheckoutProblem } from '@florin/core';
import type { Messages } from '@florin/locale';

/** What stands above the form after a try that came to nothing. */
export interface Notice {
  title: string;
  text: string;
  /** What the customer wanted is no error. */
  isWanted?: boolean;
}

/** The failure, unless something newer came of the last press. A read that was lost is no such thing. */
export function currentFailure(failure: ToldFailure | null, problem: CheckoutProblem | null): ToldFailure | null {
  return problem && problem.code !== 'network' && problem.code !== 'timeout' ? null : failure;
}

export function noticeOf(
  messages: Messages,
  failure: ToldFailure | null,
  problem: CheckoutProblem | null,
  isNewCode = false,
): Notice | null {
  const told = currentFailure(failure, problem);
  if (told)
    return {
      isWanted: told.reason === 'cancelled',
      title: messages[`reason.${told.reason}`],
      text: isNewCode ? messages['methods.new_code'] : messages[`recovery.${recoveryOf(told)}`],
    };
  if (!problem) return null;
  switch (problem.code) {
    case 'validation_failed':
      if (isOtherOffer(problem))
        return { title: messages['installments.changed.title'], text: messages['installments.changed.text'] };
      if (isOtherPlace(problem))
        return { title: messages['reason.method_unavailable'], text: messages['recovery.other_method'] };
      return {
        title: messages[fieldOf(problem) === 'phone' ? 'error.phone.form' : 'reason.check_details'],
        text: messages['recovery.edit_field'],
      };
    case 'method_not_available':
      return { title: messages['reason.method_unavailable'], text: messages['recovery.other_method'] };
    case 'secret_invalid':
    case 'sealing_unsupported':
      return { title: messages['reason.merchant_setup'], text: messages['recovery.contact_merchant'] };
    case 'network':
    case 'timeout':
      return { title: messages['unreachable.title'], text: messages['unreachable.text'] };
    default:
      return { title: messages['reason.try_again_later'], text: messages['recovery.retry_later'] };
  }
}

/** A one-time code is typed elsewhere, once it is asked for anew: here is nothing to correct. */
function recoveryOf({ recovery, field }: ToldFailure): Recovery {
  return recovery === 'edit_field' && field === 'otp' ? 'retry_same' : recovery;
}

/** The plan that was agreed to is offered no longer, or not like that: what is offered now has to be read. */
export function isOtherOffer(problem: CheckoutProblem | null): boolean {
  const isOfPlan = ({ pointer }: { pointer: string }) => pointer === '/method/plan' || pointer === '/method/total';
  return problem?.code === 'validation_failed' && (problem.violations ?? []).some(isOfPlan);
}

/** The country or the operator is not served any more: what is offered now has to be read. */
export function isOtherPlace(problem: CheckoutProblem | null): boolean {
  return ['country', 'operator'].includes(fieldOf(problem) ?? '');
}

/** The first field that a refused body was refused for. */
export function fieldOf(problem: CheckoutProblem | null): string | undefined {
  return problem?.violations?.map(({ pointer }) => fieldOfPointer(pointer)).find(Boolean);
}

const fields: ReadonlyMap<string, string> = new Map([
  ['number', 'number'],
  ['exp_month', 'expiry'],
  ['exp_year', 'expiry'],
  ['cvc', 'cvc'],
  ['holder', 'holder'],
  ['email', 'email'],
  ['phone', 'phone'],
  ['country', 'country'],
  ['operator', 'operator'],
  ['billing', 'billing-country'],
]);

/** The id of the field that a JSON pointer of a refused body is about. With a plan the card is a part of the method. */
export function fieldOfPointer(pointer: string): string | undefined {
  const path = /^\/method\/(?:card\/)?(.+)/.exec(pointer)?.[1] ?? '';
  const part = /^billing\/(\w+)$/.exec(path)?.[1];
  return part ? `billing-${part.replace('_', '-')}` : fields.get(path);
}
