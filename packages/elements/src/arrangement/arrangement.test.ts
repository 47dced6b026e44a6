import { html, render } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fieldOf } from '../card/card.fixture.js';
import {
  asked,
  cardThenTransfer,
  failed,
  failureOf,
  ScriptedCheckout,
  twoMethods,
} from '../checkout/checkout.fixture.js';
import type { FlorinCheckout } from '../checkout/checkout.js';
import { intentOf } from '../checkout/intent.fixture.js';
import { focused, inside, seen } from '../checkout/place.fixture.js';
import { arrange, fill, part } from './arrangement.fixture.js';

let warn: MockInstance<typeof console.warn>;
let scripted: ScriptedCheckout;

beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf({ methods: cardThenTransfer }) });
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

const everything = html`
  <h3>Your way to pay</h3>
  <florin-messages></florin-messages>
  <div><florin-methods></florin-methods></div>
  <section><florin-card></florin-card></section>
  <florin-status></florin-status>
  <footer><florin-pay-button></florin-pay-button></footer>
`;

const own = (checkout: FlorinCheckout, selector: string) => checkout.shadowRoot?.querySelector(selector) ?? null;
const payButton = (within: Element, index = 0) => inside(part(within, 'florin-pay-button', index)).getByRole('button');
const radio = (checkout: FlorinCheckout, name: string) =>
  inside(part(checkout, 'florin-methods')).findByRole('radio', { name });
async function saysPay(checkout: FlorinCheckout): Promise<void> {
  await expect.poll(() => payButton(checkout).textContent?.trim(), { timeout: 10_000 }).toMatch(/Pay.*49/);
}

async function saysOwnPay(checkout: FlorinCheckout): Promise<void> {
  const words = () => own(checkout, 'florin-pay-button')?.shadowRoot?.textContent?.trim();
  await expect.poll(words, { timeout: 10_000 }).toMatch(/Pay.*49/);
}

it('a card alone stands for no other way to pay, and that is said', async () => {
  scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf({ methods: twoMethods }) });
  const checkout = await arrange(scripted, html`<florin-card></florin-card>`);
  await saysOwnPay(checkout);
  expect(checkout).toHaveAttribute('method', 'card');
  expect(warn.mock.calls.join()).toContain('no <florin-methods>');
});

describe('everything placed', () => {
  it('draws nothing of its own, and all of it where the page wants it', async () => {
    const checkout = await arrange(scripted, everything);
    await saysPay(checkout);
    expect(own(checkout, 'florin-card, florin-pay-button, .methods')).toBeNull();
    expect(await radio(checkout, 'Card')).toBeChecked();
    expect(part(checkout, 'florin-methods').shadowRoot?.querySelector('florin-card')).toBeNull();
    expect(seen(checkout)).toMatch(/Your way to pay.*Card.*Instant transfer.*Card number.*Pay/);
  });

  it('pays with what is typed into the card of the page', async () => {
    const checkout = await arrange(scripted, everything);
    await saysPay(checkout);
    await fill(part(checkout, 'florin-card'));
    await userEvent.click(payButton(checkout));
    expect(scripted.callsOf('submit')).toEqual([[expect.objectContaining({ type: 'card', holder: 'Ana Lopes' })]]);
  });

  it('Enter in the card pays too', async () => {
    const checkout = await arrange(scripted, everything);
    await saysPay(checkout);
    await fill(part(checkout, 'florin-card'));
    await userEvent.keyboard('{Enter}');
    expect(scripted.callsOf('submit')).toHaveLength(1);
  });

  it('hides the card while another method is chosen, and keeps what was typed', async () => {
    const checkout = await arrange(scripted, everything);
    await saysPay(checkout);
    const card = part(checkout, 'florin-card');
    await fill(card);
    await userEvent.click(await radio(checkout, 'Instant transfer'));
    await expect.poll(() => card.checkVisibility()).toBe(false);
    await userEvent.click(payButton(checkout));
    expect(scripted.callsOf('submit')).toEqual([[{ type: 'qr' }]]);
    scripted.tell(failed(failureOf()));
    await expect.poll(() => card.checkVisibility()).toBe(true);
    expect(fieldOf(card, /Card number/).value).toBe('4242 4242 4242 4242');
  });

  it('leads to what is wrong with the card', async () => {
    const checkout = await arrange(scripted, everything);
    await saysPay(checkout);
    await userEvent.click(payButton(checkout));
    const card = part(checkout, 'florin-card');
    await expect.poll(() => focused()).toBe(card.shadowRoot?.querySelector('.summary'));
    expect(scripted.callsOf('submit')).toEqual([]);
  });

  it('after a decline the words are where the page wants them, and the code is gone', async () => {
    const checkout = await arrange(scripted, everything);
    await saysPay(checkout);
    const card = part(checkout, 'florin-card');
    await fill(card);
    await userEvent.click(payButton(checkout));
    scripted.tell(failed(failureOf({ reason: 'check_cvc', recovery: 'edit_field', field: 'cvc' })));
    await expect.poll(() => focused()).toBe(fieldOf(card, /Security code/));
    expect(fieldOf(card, /Security code/).value).toBe('');
    expect(inside(part(checkout, 'florin-messages')).getByText(/security code/i)).toBeVisible();
    expect(own(checkout, '.failure')).toBeNull();
  });

  it('the view of a next action is where the page wants it, and has the focus', async () => {
    const checkout = await arrange(scripted, everything);
    await saysPay(checkout);
    await fill(part(checkout, 'florin-card'));
    await userEvent.click(payButton(checkout));
    scripted.tell(asked({ type: 'otp', channel: 'sms', length: 6 }));
    const status = part(checkout, 'florin-status');
    await expect.poll(() => status.shadowRoot?.querySelector('florin-otp')).not.toBeNull();
    await expect.poll(() => status.matches(':focus-within')).toBe(true);
    expect(part(checkout, 'florin-card').checkVisibility()).toBe(false);
    expect(part(checkout, 'florin-pay-button').checkVisibility()).toBe(false);
    expect(seen(checkout)).toContain('Your way to pay');
  });

  it('at the end nothing of the card is left in it', async () => {
    const checkout = await arrange(scripted, everything);
    await saysPay(checkout);
    const card = part(checkout, 'florin-card');
    await fill(card);
    scripted.tell({ phase: 'completed', intent: intentOf({ status: 'completed' }) });
    await expect.poll(() => seen(part(checkout, 'florin-status'))).toMatch(/Paid|paid/);
    expect(fieldOf(card, /Card number/).value).toBe('');
    expect(card.checkVisibility()).toBe(false);
  });

  it('empties what was typed when it is reset', async () => {
    const checkout = await arrange(scripted, everything);
    await saysPay(checkout);
    const card = part(checkout, 'florin-card');
    await fill(card);
    checkout.reset();
    expect(fieldOf(card, /Card number/).value).toBe('');
  });

  it('hands on how labels stand and fields are spaced, when the checkout says it', async () => {
    const checkout = await arrange(scripted, html`<florin-card labels="floating"></florin-card>`);
    await saysOwnPay(checkout);
    const card = part(checkout, 'florin-card');
    expect(card.labels).toBe('floating');
    checkout.inputs = 'joined';
    await expect.poll(() => card.inputs).toBe('joined');
    expect(card.labels).toBe('floating');
  });
});

it('the layout is that of the checkout', async () => {
  const checkout = await arrange(scripted, everything, { layout: 'single' });
  await saysPay(checkout);
  const methods = inside(part(checkout, 'florin-methods'));
  const transfer = () => methods.queryByRole('radio', { name: 'Instant transfer' });
  await methods.findByRole('button', { name: 'Other ways to pay' });
  expect(transfer()).toBeNull();
  await userEvent.click(methods.getByRole('button', { name: 'Other ways to pay' }));
  await expect.poll(transfer).not.toBeNull();
  await expect.poll(() => focused()).toBe(methods.getByRole('radio', { name: 'Card' }));
});

it('rules of an appearance reach what is placed, in the page and in a shadow root of its own', async () => {
  const checkout = await arrange(
    scripted,
    html`<florin-card></florin-card>
      <article></article>`,
    { appearance: { rules: { input: { letterSpacing: '3px' }, 'pay-button': { fontStyle: 'italic' } } } },
  );
  const root = part(checkout, 'article').attachShadow({ mode: 'open' });
  root.append(document.createElement('florin-pay-button'));
  const button = root.querySelector('florin-pay-button') as Element;
  await expect.poll(() => getComputedStyle(inside(button).getByRole('button')).fontStyle).toBe('italic');
  const field = fieldOf(part(checkout, 'florin-card'), /Card number/);
  await expect.poll(() => getComputedStyle(field).letterSpacing).toBe('3px');
});

describe('what is not placed', () => {
  it('and must not be lost is drawn after what is', async () => {
    const checkout = await arrange(scripted, html`<p>Ours</p><florin-card></florin-card>`);
    await saysOwnPay(checkout);
    await fill(part(checkout, 'florin-card'));
    await userEvent.click(inside(own(checkout, 'florin-pay-button') as Element).getByRole('button'));
    scripted.tell(failed(failureOf()));
    await expect.poll(() => own(checkout, '.failure')?.checkVisibility()).toBe(true);
    expect(own(checkout, '.methods')).toBeNull();
    scripted.tell(asked({ type: 'otp', channel: 'sms', length: 6 }));
    await expect.poll(() => own(checkout, '.view florin-otp')).not.toBeNull();
    expect(own(checkout, '.form')?.checkVisibility()).toBe(false);
  });

  it('no card is offered: the ways to pay are drawn all the same', async () => {
    scripted = new ScriptedCheckout({
      phase: 'ready',
      intent: intentOf({ methods: [{ type: 'qr', label: 'Instant transfer' }] }),
    });
    const checkout = await arrange(scripted, html`<florin-card></florin-card>`);
    expect(await inside(checkout).findByRole('radio', { name: 'Instant transfer' })).toBeChecked();
    await expect.poll(() => part(checkout, 'florin-card').checkVisibility()).toBe(false);
  });

  it('a button alone: the form is ours, above it', async () => {
    const checkout = await arrange(scripted, html`<florin-pay-button></florin-pay-button>`);
    await saysPay(checkout);
    const card = own(checkout, '.panel:not([hidden]) florin-card') as Element;
    expect(own(checkout, 'florin-pay-button')).toBeNull();
    const position = card.getBoundingClientRect().bottom - payButton(checkout).getBoundingClientRect().top;
    expect(position).toBeLessThan(0);
  });

  it('methods alone have the card in their panel', async () => {
    const checkout = await arrange(scripted, html`<florin-methods></florin-methods>`);
    await saysOwnPay(checkout);
    await radio(checkout, 'Card');
    const card = part(checkout, 'florin-methods').shadowRoot?.querySelector('florin-card');
    if (!card) throw new Error('There is no card.');
    await fill(card);
    await checkout.submit();
    expect(scripted.callsOf('submit')).toHaveLength(1);
  });
});

describe('parts come and go', () => {
  it('two buttons pay once', async () => {
    const checkout = await arrange(
      scripted,
      html`<florin-pay-button></florin-pay-button><florin-card></florin-card><florin-pay-button></florin-pay-button>`,
    );
    await saysPay(checkout);
    await fill(part(checkout, 'florin-card'));
    payButton(checkout, 0).click();
    payButton(checkout, 1).click();
    expect(scripted.callsOf('submit')).toHaveLength(1);
    await expect.poll(() => payButton(checkout, 0).getAttribute('aria-disabled')).toBe('true');
    expect(payButton(checkout, 1)).toHaveAttribute('aria-disabled', 'true');
  });

  it('of two cards the first is used, and the other cannot be typed in', async () => {
    const checkout = await arrange(scripted, html`<florin-card></florin-card><florin-card></florin-card>`);
    await saysOwnPay(checkout);
    expect(part(checkout, 'florin-card', 0).checkVisibility()).toBe(true);
    expect(part(checkout, 'florin-card', 1).checkVisibility()).toBe(false);
    expect(warn.mock.calls.filter(([text]) => String(text).includes('more than one <florin-card>'))).toHaveLength(1);
  });

  it('added later, and deep, it takes the place of ours', async () => {
    const checkout = await arrange(scripted, html`<p>Nothing yet</p>`);
    await saysOwnPay(checkout);
    const box = document.createElement('div');
    render(html`<div><florin-pay-button></florin-pay-button></div>`, box);
    checkout.append(box);
    await saysPay(checkout);
    expect(own(checkout, 'florin-pay-button')).toBeNull();
    box.remove();
    await expect.poll(() => own(checkout, 'florin-pay-button')).not.toBeNull();
  });

  it('a move with the whole checkout changes nothing', async () => {
    const checkout = await arrange(scripted, everything);
    await saysPay(checkout);
    await fill(part(checkout, 'florin-card'));
    const other = document.createElement('main');
    document.body.append(other);
    other.append(checkout);
    await saysPay(checkout);
    expect(fieldOf(part(checkout, 'florin-card'), /Card number/).value).toBe('4242 4242 4242 4242');
    expect(own(checkout, 'florin-pay-button, florin-card')).toBeNull();
  });

  it('in a shadow root of the page’s own they are found as well', async () => {
    const checkout = await arrange(scripted, html`<article></article>`);
    const root = part(checkout, 'article').attachShadow({ mode: 'open' });
    render(everything, root);
    const host = { querySelectorAll: root.querySelectorAll.bind(root) } as unknown as Element;
    await saysPay(host as FlorinCheckout);
    await fill(part(host, 'florin-card'));
    await userEvent.click(payButton(host));
    expect(scripted.callsOf('submit')).toHaveLength(1);
    expect(own(checkout, 'florin-pay-button')).toBeNull();
  });

  it('a frame that is answered in is not moved by a part that comes', async () => {
    const checkout = await arrange(scripted, html`<florin-card></florin-card>`);
    await saysOwnPay(checkout);
    scripted.tell(asked({ type: 'otp', channel: 'sms', length: 6 }));
    await expect.poll(() => own(checkout, '.view florin-otp')).not.toBeNull();
    checkout.append(document.createElement('florin-status'));
    await expect.poll(() => checkout.placed.size).toBe(2);
    await checkout.updateComplete;
    expect(own(checkout, '.view florin-otp')).not.toBeNull();
  });
});
