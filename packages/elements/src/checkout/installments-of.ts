import type { FinancingPlan } from '@florin/contract';
import type { LitElement } from 'lit';
import type { InstallmentsMethod } from '../installments/installments-method.js';
import type { PlanLanguage } from '../installments/plan-words.js';
import type { DrawableMethod } from './method-list.js';
import { MethodPart } from './method-part.js';

/**
 * The plans of a tag. Until their code is there the card below them can be typed in, and not be paid with: nothing is
 * agreed to that has not been shown.
 */
export function installmentsOf(host: () => LitElement, serverNow: () => number) {
  const part = new MethodPart(host, async () => {
    const { Installments, installmentsStyles } = await import('../installments/installments.js');
    return { part: new Installments(() => host().requestUpdate(), serverNow), styles: installmentsStyles };
  });

  return {
    /** Draws them, once that can be done. */
    get now() {
      return part.now;
    },
    /** Fetches their code when one of the methods has some. */
    prepare(methods: readonly DrawableMethod[]): void {
      if (methods.some(isInParts)) part.need();
    },
    /** The plan that is agreed to with a method, where one is and is shown. */
    planOf(method: DrawableMethod): FinancingPlan | undefined {
      return isInParts(method) ? part.now?.planOf(method) : undefined;
    },
    /** What the pay button says in place of the amount; empty while nobody can know what they would agree to. */
    payWords(method: DrawableMethod | undefined, language: Omit<PlanLanguage, 'now'>): string | null {
      return isInParts(method) ? (part.now?.payWords(method, language) ?? '') : null;
    },
  };
}

function isInParts(method: DrawableMethod | undefined): method is InstallmentsMethod {
  return method?.type === 'installments';
}
