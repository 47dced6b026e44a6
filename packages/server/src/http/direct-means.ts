import type {
  ApprovalInput,
  ApprovalOption,
  InstructionsInput,
  InstructionsOption,
  MobileMoneyInput,
  Need,
  QrInput,
  QrOption,
  RedirectInput,
  RedirectOption,
  Violation,
} from '@florin/contract';
import { isMobileMoneyOption, type IntentRecord, type OfferedMethod } from '../intent-record.js';
import { ProblemError } from '../problem.js';
import { nothing, required, type Claimed, type PaymentMeans } from './payment-means.js';

type DirectInput = QrInput | RedirectInput | ApprovalInput | InstructionsInput;
type DirectOption = (QrOption | RedirectOption | ApprovalOption | InstructionsOption) & { gateway?: string };

/** What goes on elsewhere: on a page, in an app, at a counter. */
export function directMeans(input: DirectInput): PaymentMeans {
  const optionOf = (intent: IntentRecord) => chooseOption(directOptions(intent, input), input.code);
  return {
    claim(intent) {
      const option = optionOf(intent);
      refuseIfAny(mistakesIn(input, option));
      return shownAs(option, intent, option.label);
    },
    handOver(intent) {
      const option = optionOf(intent);
      return { ...nothing, option, input: onlyAskedFor(input, option) };
    },
  };
}

function directOptions({ methods }: IntentRecord, { type }: DirectInput): DirectOption[] {
  return methods.filter((offered): offered is DirectOption => offered.type === type);
}

/** Without a code there may be only one to choose from: nobody pays with another method than the one they chose. */
function chooseOption<Option extends { code?: string | undefined }>(
  options: readonly Option[],
  code: string | undefined,
): Option {
  const only = code === undefined && options.length === 1 ? options[0] : undefined;
  return required(options.find((option) => option.code === code) ?? only);
}

function mistakesIn({ country, phone }: DirectInput, { countries = [], fields }: DirectOption): Violation[] {
  const isElsewhere = country !== undefined && !isIn(countries, country);
  const lacksCountry = country === undefined && countries.length > 1;
  const lacksPhone = phone === undefined && !isHidden(fields?.phone) && fields?.phone !== 'optional';
  return [
    ...(isElsewhere ? [{ pointer: '/method/country', code: 'invalid_value' }] : []),
    ...(lacksCountry ? [{ pointer: '/method/country', code: 'required' }] : []),
    ...(lacksPhone ? [{ pointer: '/method/phone', code: 'required' }] : []),
  ];
}

function isIn(countries: readonly string[], country: string): boolean {
  return countries.length === 0 || countries.includes(country);
}

/** A number that nobody asked for goes no further; the only country that there is need not be said. */
function onlyAskedFor({ phone, ...input }: DirectInput, { countries, fields }: DirectOption): DirectInput {
  const country = input.country ?? countries?.[0];
  return {
    ...input,
    ...(country !== undefined && { country }),
    ...(phone !== undefined && !isHidden(fields?.phone) && { phone }),
  };
}

/** As long as nothing is said. A word that nobody lists asks for it. */
function isHidden(need: Need | undefined): boolean {
  return need === undefined || need === 'hidden';
}

/** An operator's account is a phone number. */
export function mobileMoneyMeans({ code, operator: id }: MobileMoneyInput): PaymentMeans {
  const optionOf = ({ methods }: IntentRecord) => chooseOption(methods.filter(isMobileMoneyOption), code);
  return {
    claim(intent) {
      const option = optionOf(intent);
      const { label, country } = required(option.operators.find((operator) => operator.id === id));
      if (!isIn(option.countries ?? [], country)) refuseIfAny([{ pointer: '/method/operator', code: 'invalid_value' }]);
      return shownAs(option, intent, label);
    },
    handOver: (intent) => ({ ...nothing, option: optionOf(intent) }),
  };
}

function shownAs({ type, gateway }: OfferedMethod, intent: IntentRecord, label: string | undefined): Claimed {
  const method = { type, ...(label !== undefined && { label }) };
  return { method, gateway: gateway ?? intent.gateway, save: false };
}

function refuseIfAny(errors: Violation[]): void {
  if (errors.length > 0) throw new ProblemError('validation_failed', { errors });
}
