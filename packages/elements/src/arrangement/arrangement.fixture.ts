import { render, type TemplateResult } from 'lit';
import { expect } from 'vitest';
import { fieldOf, typeInto } from '../card/card.fixture.js';
import type { FlorinCard } from '../card/card.js';
import { followed, type ScriptedCheckout } from '../checkout/checkout.fixture.js';
import type { FlorinCheckout } from '../checkout/checkout.js';
import { seen, settled } from '../checkout/place.fixture.js';

/** A checkout that follows a script, with what the page has put inside it. */
export async function arrange(
  scripted: ScriptedCheckout,
  content: TemplateResult,
  properties: object = {},
): Promise<FlorinCheckout> {
  const checkout = document.createElement('florin-checkout');
  Object.assign(checkout, { locale: 'en', checkout: scripted, ...properties });
  render(content, checkout);
  document.body.append(checkout);
  await followed(scripted);
  await settled(checkout);
  return checkout;
}

/** A part of the page's. */
export function part<Tag extends keyof HTMLElementTagNameMap>(within: Element, tag: Tag, index = 0) {
  const found = within.querySelectorAll(tag)[index];
  if (!found) throw new Error(`The page has no <${tag}>.`);
  return found;
}

export async function fill(card: FlorinCard): Promise<void> {
  // Its words come with those of the checkout.
  await expect.poll(() => seen(card), { timeout: 10_000 }).toMatch(/Card number/);
  const fields = [
    [/Card number/, '4242424242424242'],
    [/Expiry date/, '0442'],
    [/Security code/, '123'],
    [/Name on card/, 'Ana Lopes'],
  ] as const;
  for (const [label, keys] of fields) await typeInto(card, fieldOf(card, label), keys);
}

/** What the checkout draws itself. */
export const ownOf = <Found extends Element = HTMLElement>(checkout: FlorinCheckout, selector: string) =>
  checkout.shadowRoot?.querySelector<Found>(selector) ?? null;

/** The button says the amount: all that is drawn late stands. */
export async function saysPay(button: () => Element | null): Promise<void> {
  await expect.poll(() => button()?.shadowRoot?.textContent?.trim(), { timeout: 10_000 }).toMatch(/Pay.*49/);
}

export const press = (button: Element | null) => button?.shadowRoot?.querySelector('button')?.click();
