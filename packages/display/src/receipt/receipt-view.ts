import type { Amount } from '@florin/contract';
import type { DisplayMessages } from '@florin/locale/display';
import type { Parts } from './parts-of.js';

/** What every piece of a receipt is written with. */
export interface ReceiptView {
  messages: DisplayMessages['receipt'];
  locale: string;
  timeZone: string;
  amount: Amount;
  /** Paid in parts nothing may be called paid: what is taken when is another matter. `null`: paid at once. */
  parts: Parts | null;
}
