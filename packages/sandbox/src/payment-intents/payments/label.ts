import { labelOfCard } from '../../card.js';
import type { Attempt } from './model.js';

export function labelOf({ method, card }: Attempt): string {
  if (method === 'qr') return 'QR code';
  return card ? labelOfCard(card.brand, card.last4) : 'Card';
}
