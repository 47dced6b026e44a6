import { html } from 'lit';
import { afterEach, expect, it } from 'vitest';
import { arrange } from '../arrangement/arrangement.fixture.js';
import type { FlorinCard } from '../card/card.js';
import { cardIn, follow, ScriptedCheckout } from '../checkout/checkout.fixture.js';
import { intentOf } from '../checkout/intent.fixture.js';

afterEach(() => {
  document.body.replaceChildren();
});

const pictureIn = (card: FlorinCard) => card.shadowRoot?.querySelector('florin-card-picture') ?? null;

it('a checkout hands the wish on to its card, and takes none away from a card that the page has placed', async () => {
  const scripted = () => new ScriptedCheckout({ phase: 'ready', intent: intentOf() });
  const checkout = await follow(scripted(), { cardPicture: true });
  expect(pictureIn(cardIn(checkout))).not.toBeNull();
  const placing = await arrange(scripted(), html`<florin-card card-picture></florin-card>`);
  const card = placing.querySelector('florin-card') as FlorinCard;
  // What the intent says of it has come.
  await expect.poll(() => card.holder).toBe('optional');
  await card.updateComplete;
  expect(pictureIn(card)).not.toBeNull();
});
