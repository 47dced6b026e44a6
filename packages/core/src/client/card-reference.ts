import { CardReference, type CardInput } from '@florin/contract';
import type { CheckoutProblem } from '../payment/state.js';
import { readerOf, type Exchange } from './exchange.js';

/** A reference that stands for the card, once, or why there is none. */
export type CardReferenceResult = CardReference | { problem: CheckoutProblem };

/** ms. */
const TIMEOUT = 10_000;

const reader = readerOf(CardReference);

/** Hands a card in. The card is held until the answer is there, and nowhere after it. */
export async function createCardReference(
  exchange: Exchange,
  card: CardInput,
  key: string,
  signal: AbortSignal,
): Promise<CardReferenceResult> {
  const message = { path: '/card-references', body: { card }, key, reader, limit: TIMEOUT, signal };
  const answer = await exchange.postUntilAnswered(message);
  if (signal.aborted) return { problem: { code: 'aborted' } };
  return 'value' in answer ? answer.value : { problem: answer.problem };
}
