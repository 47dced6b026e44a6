import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { asked, failed, failureOf, follow, ScriptedCheckout, viewIn } from '../checkout/checkout.fixture.js';
import type { FlorinCheckout } from '../checkout/checkout.js';
import { challengeOf, intentOf } from '../checkout/intent.fixture.js';
import { focused, inside, place, seen } from '../checkout/place.fixture.js';
import { hasFocus } from './has-focus.js';

let scripted: ScriptedCheckout;
let checkout: FlorinCheckout;

/** The customer is in the bank's page. */
beforeEach(async () => {
  await page.viewport(1280, 900);
  scripted = new ScriptedCheckout(asked(challengeOf()));
  checkout = await follow(scripted);
  await vi.waitUntil(() => seen(checkout).includes('Confirm with your bank'), { timeout: 10_000 });
  const frame = inside(viewIn(checkout)).getByTitle<HTMLIFrameElement>('Your bank’s confirmation page');
  await userEvent.click(frame);
  await vi.waitUntil(() => focused() === frame, { timeout: 10_000 });
});

afterEach(async () => {
  document.body.replaceChildren();
  await page.viewport(414, 896);
});

it('is in whatever holds the frame that has it, and in nothing else', async () => {
  const elsewhere = await place('div');
  expect([checkout, viewIn(checkout), document.body, elsewhere].map(hasFocus)).toEqual([true, true, true, false]);
});

it('goes from the frame of the bank to the outcome', async () => {
  scripted.tell({ phase: 'completed', action: null, intent: intentOf({ status: 'completed' }) });
  await expect.poll(() => focused()?.textContent).toBe('Paid');
  expect(focused()?.localName).toBe('h2');
});

it('goes from the frame of the bank to what is said about the failure', async () => {
  scripted.tell(failed(failureOf()));
  await expect.poll(() => focused()?.textContent).toContain('There is not enough money');
});
