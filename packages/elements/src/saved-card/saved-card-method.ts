import type { SavedCard, SavedCardOption } from '@florin/contract';

/** One saved card as one way to pay. */
export interface SavedCardMethod {
  type: 'saved_card';
  key: string;
  card: SavedCard;
  removable: boolean;
  /** It is shown, and cannot be paid with. */
  isExpired: boolean;
  /** Its row says that it is gone, and can bring it back. */
  isRemoved?: boolean;
}

/** `now`: ms on the backend's clock. In the provider's test mode no date has passed. */
export function savedCardMethods(option: SavedCardOption, now: number): SavedCardMethod[] {
  const today = new Date(now);
  const month = today.getUTCFullYear() * 12 + today.getUTCMonth() + 1;
  return option.cards.map((card) => ({
    type: 'saved_card',
    key: `saved_card-${card.id}`,
    card,
    removable: option.removable ?? false,
    isExpired: !option.test_mode && card.exp_year * 12 + card.exp_month < month,
  }));
}
