import { labelOfCard } from '../../card.js';
import { findMethod } from './methods.js';
import type { Attempt } from './model.js';

export function labelOf({ method, card }: Attempt): string {
  if (card) return labelOfCard(card.brand, card.last4);
  return findMethod(method)?.label ?? 'Card';
}
