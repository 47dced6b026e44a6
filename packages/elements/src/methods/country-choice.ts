import type { Intent } from '@florin/contract';
import type { OfferedMethod } from '../checkout/method-list.js';
import { isOther } from './other-method.js';

/** Stands for every country that is not named. */
export const ELSEWHERE = '';

/** Which of the methods are to be had where, and where the customer is. */
export class CountryChoice {
  /** ISO 3166-1 alpha-2, likeliest first; `ELSEWHERE` last, where something is to be had anywhere. */
  codes: readonly string[] = [];
  /** Nothing, while the intent names no country at all. */
  chosen: string | undefined;
  /** What the customer said, whether it is offered now or not. */
  private wanted: string | undefined;

  /** There is something to choose. */
  get isOpen(): boolean {
    return this.codes.length > 1;
  }

  choose(code: string | undefined): void {
    this.wanted = code;
  }

  /** The methods that are to be had in the chosen country, with the operators that work there. */
  narrow(methods: readonly OfferedMethod[], { country }: Pick<Intent, 'country'>): OfferedMethod[] {
    const places = methods.map(placesOf);
    this.codes = codesOf(places);
    this.chosen = this.likely(country?.toUpperCase());
    const { chosen = ELSEWHERE } = this;
    return methods
      .filter((_, index) => places[index]?.includes(chosen) ?? true)
      .map((method) => withOperatorsIn(method, chosen));
  }

  /** What the customer said, else where they seem to be, else where most of the shop's customers are. */
  private likely(country: string | undefined): string | undefined {
    const { codes, wanted } = this;
    if (wanted !== undefined && codes.includes(wanted)) return wanted;
    if (country !== undefined && codes.includes(country)) return country;
    // Somebody who is known to be elsewhere is not offered the ways to pay of one country.
    return country !== undefined && codes.includes(ELSEWHERE) ? ELSEWHERE : codes[0];
  }
}

/** Where a method is to be had; `null`: everywhere. */
function placesOf(method: OfferedMethod): readonly string[] | null {
  if (!isOther(method)) return null;
  const { countries = [] } = method;
  if (method.type !== 'mobile_money') return countries.length > 0 ? countries : null;
  const ofOperators = method.operators.map(({ country }) => country);
  return countries.length > 0 ? countries.filter((code) => ofOperators.includes(code)) : ofOperators;
}

/** In the order in which they first appear. */
function codesOf(places: readonly (readonly string[] | null)[]): string[] {
  const named = [...new Set(places.flatMap((codes) => codes ?? []))];
  return named.length > 0 && places.includes(null) ? [...named, ELSEWHERE] : named;
}

function withOperatorsIn(method: OfferedMethod, country: string): OfferedMethod {
  if (method.type !== 'mobile_money') return method;
  return { ...method, operators: method.operators.filter((operator) => operator.country === country) };
}
