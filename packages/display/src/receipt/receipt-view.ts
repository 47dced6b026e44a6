import type { Amount } from '@florin/contract';
import type { DisplayMessages } from '@florin/locale/display';

/** What every piece of a receipt is written with. */
export interface ReceiptView {
  messages: DisplayMessages['receipt'];
  locale: string;
  timeZone: string;
  amount: Amount;
  /** Nothing may be called paid: what is taken when is another matter. */
  isInParts: boolean;
}
