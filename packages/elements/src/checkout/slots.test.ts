import { html, render, type TemplateResult } from 'lit';
import { afterEach, expect, it } from 'vitest';
import { cardThenTransfer, followed, payButtonIn, ScriptedCheckout, spoken } from './checkout.fixture.js';
import type { FlorinCheckout } from './checkout.js';
import { intentOf } from './intent.fixture.js';
import { focused, inside, place, seen, settled } from './place.fixture.js';

afterEach(() => {
  document.body.replaceChildren();
});

async function drawn(content: TemplateResult, scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf() })) {
  const checkout = document.createElement('florin-checkout');
  Object.assign(checkout, { locale: 'en', checkout: scripted });
  render(content, checkout);
  document.body.append(checkout);
  await followed(scripted);
  await spoken(checkout);
  return { checkout, scripted };
}

const top = (element: Element | null) => element?.getBoundingClientRect().top ?? NaN;

it('the page’s own words stand around the form and around the button', async () => {
  const { checkout } = await drawn(html`
    <p slot="header">Atelier Nord</p>
    <p slot="before-pay">I agree to the terms.</p>
    <p slot="after-pay">You may return it within 30 days.</p>
    <p slot="footer">Questions? Call us.</p>
  `);
  expect(seen(checkout)).toMatch(/^Atelier Nord.*Card number.*I agree.*Pay.*You may return.*Questions/);
  const [header, before, after, footer] = [...checkout.querySelectorAll('p')];
  const order = [
    header,
    checkout.shadowRoot?.querySelector('florin-card'),
    before,
    payButtonIn(checkout),
    after,
    footer,
  ];
  const tops = order.map((element) => top(element ?? null));
  expect(tops.every((one, index) => index === 0 || one > (tops[index - 1] ?? NaN))).toBe(true);
});

it('nothing in them takes no room, and what is in no slot is not shown', async () => {
  const { checkout } = await drawn(html`<p>Loading…</p>`);
  expect(seen(checkout)).not.toContain('Loading');
  const form = checkout.shadowRoot?.querySelector('.form') as Element;
  expect(form.getBoundingClientRect().height).toBe(checkout.getBoundingClientRect().height);
});

it('header and footer stay when something else stands in the place of the form', async () => {
  const { checkout, scripted } = await drawn(
    html`<p slot="header">Atelier Nord</p>
      <p slot="before-pay">I agree to the terms.</p>`,
  );
  scripted.tell({ phase: 'processing' });
  await expect.poll(() => seen(checkout)).not.toContain('I agree');
  expect(seen(checkout)).toContain('Atelier Nord');
});

const thanks = html`<section slot="success"><h2>Thank you</h2></section>`;
const polite = (checkout: FlorinCheckout) => inside(checkout).getByRole('status').textContent;

it('the page’s own success stands in place of ours, has the focus, and it is said all the same', async () => {
  const { checkout, scripted } = await drawn(thanks);
  expect(seen(checkout)).not.toContain('Thank you');
  payButtonIn(checkout).focus();
  scripted.tell({ phase: 'processing' });
  await expect.poll(() => checkout.shadowRoot?.querySelector('.view')).not.toBeNull();
  scripted.tell({ phase: 'completed', intent: intentOf({ status: 'completed' }) });
  await expect.poll(() => focused()).toBe(checkout.querySelector('section'));
  expect(seen(checkout)).toBe('Thank you');
  await expect.poll(() => polite(checkout)).toMatch(/paid/i);
});

it('where it is taken away again, ours stands there', async () => {
  const { checkout, scripted } = await drawn(thanks);
  payButtonIn(checkout).focus();
  scripted.tell({ phase: 'completed', intent: intentOf({ status: 'completed' }) });
  await expect.poll(() => seen(checkout)).toBe('Thank you');
  checkout.querySelector('section')?.remove();
  await expect.poll(() => seen(checkout)).toMatch(/paid/i);
});

it('its focus stays the page’s where the customer is elsewhere', async () => {
  const outside = document.createElement('input');
  document.body.append(outside);
  const { checkout, scripted } = await drawn(thanks);
  outside.focus();
  scripted.tell({ phase: 'completed', intent: intentOf({ status: 'completed' }) });
  await expect.poll(() => seen(checkout)).toBe('Thank you');
  await settled(checkout);
  expect(focused()).toBe(outside);
});

it('of what has been given back since, ours speaks', async () => {
  const { checkout, scripted } = await drawn(thanks);
  scripted.tell({ phase: 'completed', intent: intentOf({ status: 'refunded' }) });
  await expect.poll(() => seen(checkout)).toMatch(/refund/i);
  expect(seen(checkout)).not.toContain('Thank you');
});

it('a row has the page’s own icon, by the code of its method or by its type', async () => {
  const methods = [...cardThenTransfer, { type: 'redirect' as const, code: 'bank-x', label: 'Bank X' }];
  const { checkout } = await drawn(
    html`<img slot="icon-card" alt="" width="30" height="20" /><img slot="icon-bank-x" alt="" width="30" height="20" />`,
    new ScriptedCheckout({ phase: 'ready', intent: intentOf({ methods }) }),
  );
  await inside(checkout).findByRole('radio', { name: 'Bank X' });
  const slots = [...checkout.querySelectorAll('img')].map(
    ({ assignedSlot }) => assignedSlot?.parentElement?.textContent,
  );
  expect(slots.map((text) => text?.trim())).toEqual(['Card', 'Bank X']);
});

it('keeps an unknown tag of the page’s at rest: the form is there without any slot', async () => {
  const checkout = await place('florin-checkout');
  expect(checkout.shadowRoot?.querySelector('slot:not([name])')).toBeNull();
});
