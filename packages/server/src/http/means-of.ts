import type { CardReferenceInput, MethodInput } from '@florin/contract';
import type { IntentRecord } from '../intent-record.js';
import { sha256 } from '../secrets.js';
import type { ServerContext } from '../server-context.js';
import { cardMeans, installmentsMeans, referenceMeans, savedCardMeans } from './card-means.js';
import { directMeans, mobileMoneyMeans } from './direct-means.js';
import type { PaymentMeans } from './payment-means.js';

export async function meansOf(context: ServerContext, intent: IntentRecord, input: MethodInput): Promise<PaymentMeans> {
  switch (input.type) {
    case 'card':
      return cardMeans(context, intent, input);
    case 'saved_card':
      return savedCardMeans(context, input);
    case 'card_reference':
      return referenceMeans(context, await sha256((input satisfies CardReferenceInput).reference));
    case 'installments':
      return installmentsMeans(context, intent, input);
    case 'mobile_money':
      return mobileMoneyMeans(input);
    case 'qr':
    case 'redirect':
    case 'approval':
    case 'instructions':
      return directMeans(input);
  }
}
