import type { CardOption } from '@florin/contract';
import { noChange, type ElementPart } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { InstallmentsMethod } from '../installments/installments-method.js';
import type { FormContext } from './form-template.js';
import type { DrawableMethod } from './method-list.js';

/** What is paid with a card that is typed in. */
export type CardMethod = (CardOption & { key: string }) | InstallmentsMethod;

export const takesCard = (method: DrawableMethod): method is CardMethod =>
  method.type === 'card' || method.type === 'installments';

const none: readonly string[] = [];

/** What the card is given, in the form as in an arrangement of the page's. */
export function cardProperties(option: CardMethod, context: FormContext): object {
  const { messages, locale, shipping, expiry, labels, inputs, cardPicture, lookUp, amount, isBusy } = context;
  const { fields } = option;
  const isInParts = option.type === 'installments';
  return {
    messages,
    locale,
    brands: option.brands ?? none,
    holder: fields?.holder ?? 'optional',
    email: fields?.email ?? 'hidden',
    phone: fields?.phone ?? 'hidden',
    billing: fields?.billing ?? 'hidden',
    countries: option.billing_countries ?? none,
    shipping,
    expiry,
    labels: labels || 'above',
    inputs: inputs || 'spaced',
    cardPicture,
    preferredBrands: option.preferred_brands ?? none,
    brandChoice: option.brand_choice ?? false,
    saveOffered: (!isInParts && option.save) ?? false,
    lookUp,
    amount: isInParts ? null : amount,
    testMode: option.test_mode ?? false,
    disabled: isBusy,
  };
}

class Assign extends Directive {
  render(_properties: object): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [properties]: [object]): unknown {
    Object.assign(element, properties);
    return noChange;
  }
}

/** Sets many properties of an element. */
export const assign = directive(Assign);
