import type { StartRequest } from '../../gateway.js';
import { isMobileMoneyOption, type OfferedMethod } from '../../intent-record.js';
import { meansBody } from './native-card.js';

type Native = Record<string, unknown>;

/** What an attempt is started with: a method of the provider's, and what it asks for. */
export function attemptBody(request: StartRequest): Native {
  const { input, browser, notificationUrl, option, authenticate } = request;
  switch (input.type) {
    case 'qr':
    case 'redirect':
    case 'approval':
    case 'instructions':
      return { method_code: codeOf(option) ?? input.type, ...payerBody(input.country, input.phone) };
    case 'mobile_money':
      return { method_code: input.operator, ...payerBody(countryOf(option, input.operator), input.phone) };
    default:
      // Nothing of 3-D Secure is documented: ours, as the sandbox understands it.
      return {
        method_code: codeOf(option) ?? 'card',
        ...meansBody(request),
        ...(browser && { browser }),
        three_ds: { notification_url: notificationUrl, ...(authenticate && { challenge: 'required' }) },
      };
  }
}

function codeOf(option: OfferedMethod): string | undefined {
  return 'code' in option && typeof option.code === 'string' ? option.code : undefined;
}

/** An operator is to be had in its own country alone. */
function countryOf(option: OfferedMethod, operator: string): string | undefined {
  const operators = isMobileMoneyOption(option) ? option.operators : [];
  return operators.find(({ id }) => id === operator)?.country;
}

function payerBody(country: string | undefined, number: string | undefined): Native {
  const place = country === undefined ? {} : { country };
  return { ...place, ...(number !== undefined && { phone: { number, ...place } }) };
}
