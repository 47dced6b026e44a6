import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { page } from 'vitest/browser';
import {
  cardThenTransfer,
  fieldIn,
  follow,
  followed,
  number,
  payButtonIn,
  ScriptedCheckout,
  spoken,
  typeIn,
  viewIn,
} from './checkout.fixture.js';
import type { FlorinCheckout } from './checkout.js';
import { attemptOf, intentOf } from './intent.fixture.js';
import { focused, heard, inside, place, seen, settled } from './place.fixture.js';

const right = { endpoint: '/florin-test', intent: 'pi_1', 'client-secret': 'cs_1', locale: 'en' };

let warn: MockInstance<typeof console.warn>;
/** Answers of the backend wait for this. */
let network: Promise<void>;
let reads: { url: string; signal: AbortSignal | undefined }[];

beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  reads = [];
  network = Promise.resolve();
  const original = globalThis.fetch.bind(globalThis);
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const url = String(input);
    if (!url.includes('/florin-test')) return original(input, init);
    reads.push({ url, signal: init?.signal ?? undefined });
    return network.then(() => Response.json(intentOf()));
  });
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

function draw(attributes: Record<string, string> = {}, parent: Element = document.body): FlorinCheckout {
  const element = document.createElement('florin-checkout');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  parent.append(element);
  return element;
}

const warnings = () =>
  warn.mock.calls.map(([text]) => String(text)).filter((text) => text.startsWith('florin-checkout'));

describe('attributes', () => {
  it('that are right open the payment', async () => {
    const checkout = draw(right);
    const ready = heard(checkout, 'florin-ready');
    await expect.poll(() => ready).toEqual([{ methods: ['card'] }]);
    expect(reads[0]?.url).toBe(`${location.origin}/florin-test/intents/pi_1`);
    expect(warnings()).toEqual([]);
    await expect.poll(() => seen(checkout)).toContain('Pay €49.99');
  });

  it('`expiry` parts the month from the year', async () => {
    const checkout = draw({ ...right, expiry: 'split' });
    await spoken(checkout);
    await expect.poll(() => fieldIn(checkout, /Expiry month/).autocomplete).toBe('cc-exp-month');
    expect(fieldIn(checkout, /Expiry year/).autocomplete).toBe('cc-exp-year');
  });

  it('that are missing are named once each, to the author and to the customer', async () => {
    const wrong = { locale: 'en', endpoint: 'ftp://x', layout: 'grid', theme: 'sepia' };
    const checkout = document.createElement('florin-checkout');
    const errors = heard(checkout, 'florin-error');
    for (const [name, value] of Object.entries(wrong)) checkout.setAttribute(name, value);
    document.body.append(checkout);
    await expect.poll(() => seen(checkout)).toContain('This checkout is not set up');
    expect(seen(checkout)).toContain('endpoint');
    expect(checkout.getAttribute('phase')).toBe('unavailable');
    draw(wrong);
    checkout.requestUpdate();
    await settled(checkout);
    const named = warnings().map((text) => /"([\w-]+)"/.exec(text)?.[1]);
    expect(named).toEqual(['endpoint', 'intent', 'client-secret', 'layout', 'theme']);
    expect(errors).toEqual([{ code: 'attribute_endpoint' }]);
    expect(reads).toEqual([]);
  });

  it('set later mend it', async () => {
    const checkout = draw({ locale: 'en' });
    await expect.poll(() => seen(checkout)).toContain('not set up');
    const ready = heard(checkout, 'florin-ready');
    for (const [name, value] of Object.entries(right)) checkout.setAttribute(name, value);
    await expect.poll(() => ready).toHaveLength(1);
    await expect.poll(() => seen(checkout)).toContain('Card number');
    expect(seen(checkout)).not.toContain('not set up');
  });

  it('another intent is another payment', async () => {
    const checkout = draw(right);
    await expect.poll(() => reads).toHaveLength(1);
    checkout.intent = 'pi_2';
    await expect.poll(() => reads.at(-1)?.url).toContain('/intents/pi_2');
  });

  it('a checkout that is none is named, and throws nothing', async () => {
    const checkout = await place('florin-checkout', { locale: 'en', checkout: { pay: true } });
    await expect.poll(() => seen(checkout)).toContain('not set up');
    expect(warnings()).toEqual([expect.stringContaining('"checkout"')]);
  });
});

describe('the page', () => {
  it('may call submit, focus and reset at any time', async () => {
    const checkout = document.createElement('florin-checkout');
    const use = async () => {
      checkout.focus();
      checkout.reset();
      await checkout.submit();
    };
    await use();
    document.body.append(checkout);
    await use();
    Object.assign(checkout, { locale: 'en', checkout: new ScriptedCheckout({ phase: 'ready', intent: intentOf() }) });
    await use();
    await spoken(checkout);
    await use();
    checkout.remove();
    await use();
    expect(checkout.isConnected).toBe(false);
  });

  it('says its own words in place of ours', async () => {
    const scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf() });
    const messages = { 'pay.action': 'Order and pay {amount}', 'paid.title': 'Merci!' };
    const checkout = await follow(scripted, { messages });
    await expect.poll(() => payButtonIn(checkout).textContent).toContain('Order and pay €49.99');
    expect(seen(checkout)).toContain('Card number');
    scripted.tell({ phase: 'completed' });
    await expect.poll(() => seen(checkout)).toContain('Merci!');
    checkout.messages = null as unknown as FlorinCheckout['messages'];
    await expect.poll(() => seen(checkout)).not.toContain('Merci!');
  });

  it('may forget to set a locale: the nearest language counts, shadow roots or not', async () => {
    const language = document.documentElement.lang;
    document.documentElement.lang = 'fr-CH';
    const scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf() });
    const host = document.body.appendChild(document.createElement('div'));
    const root = host.attachShadow({ mode: 'open' });
    const deep = await follow(scripted, { locale: '' }, root as unknown as Element);
    expect(seen(deep)).toContain('Numéro de carte');
    const near = await place('div', { lang: 'ar' });
    const checkout = await follow(scripted, { locale: '' }, near);
    await expect.poll(() => seen(checkout)).toContain('رقم البطاقة');
    document.documentElement.lang = language;
  });
});

describe('languages', () => {
  it.each([
    ['fr', 'ltr', 'Numéro de carte', /Payer 49,99\s€/],
    ['fr-CH', 'ltr', 'Numéro de carte', /Payer 49\.99\s€/],
    ['ar', 'rtl', 'رقم البطاقة', /49|٤٩/],
    ['de', 'ltr', 'Card number', /Pay/],
  ])('%s', async (locale, direction, label, amount) => {
    const scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf() });
    const checkout = await follow(scripted, { locale });
    await expect.poll(() => seen(checkout)).toContain(label);
    expect(getComputedStyle(payButtonIn(checkout)).direction).toBe(direction);
    await expect.poll(() => payButtonIn(checkout).textContent).toMatch(amount);
  });

  it('change while the customer types, and nothing is lost', async () => {
    const checkout = await follow(new ScriptedCheckout({ phase: 'ready', intent: intentOf() }));
    await typeIn(checkout, number, '4242');
    checkout.locale = 'ar';
    await expect.poll(() => seen(checkout)).toContain('رقم البطاقة');
    expect(fieldIn(checkout, /رقم البطاقة/).value).toBe('4242');
    expect(focused()).toBe(fieldIn(checkout, /رقم البطاقة/));
  });

  it('a tag that is none is named, and amounts and times are written all the same', async () => {
    const scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf() });
    const checkout = await follow(scripted, { locale: 'no such language!' });
    await expect.poll(() => payButtonIn(checkout).textContent).toMatch(/Pay.*49/);
    const action = { type: 'qr', content: 'x', expires_at: '2026-11-21T10:05:00Z' } as const;
    scripted.tell({ phase: 'action_required', action, attempt: attemptOf() });
    await expect.poll(() => seen(checkout)).toMatch(/5:00/);
  });
});

describe('the layout', () => {
  beforeEach(() => page.viewport(800, 900));

  async function laidOut(layout: string) {
    const scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf({ methods: cardThenTransfer }) });
    const checkout = await follow(scripted, { layout });
    await inside(checkout).findByRole('radio', { name: 'Instant transfer' });
    const [card, transfer] = inside(checkout)
      .getAllByRole('radio')
      .map((radio) => radio.getBoundingClientRect());
    const fields = fieldIn(checkout, number).getBoundingClientRect();
    if (!card || !transfer) throw new Error('There are not two methods.');
    return { card, transfer, fields };
  }

  it('accordion, the default: the fields stand right under their method', async () => {
    for (const layout of ['', 'accordion']) {
      const { card, transfer, fields } = await laidOut(layout);
      expect(card.bottom < fields.top && fields.bottom < transfer.top).toBe(true);
    }
  });

  it('list: the fields stand under all methods', async () => {
    const { card, transfer, fields } = await laidOut('list');
    expect(card.bottom < transfer.top && transfer.bottom < fields.top).toBe(true);
  });

  it('tabs: the methods stand beside each other, the fields below', async () => {
    const { card, transfer, fields } = await laidOut('tabs');
    expect(card.top).toBe(transfer.top);
    expect(card.right < transfer.left && fields.top > transfer.bottom).toBe(true);
    const list = await laidOut('list');
    expect(fields.width).toBe(list.fields.width);
  });
});

describe('a life in the page', () => {
  it('a move keeps the payment and what is typed', async () => {
    const scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf() });
    const checkout = await follow(scripted);
    await typeIn(checkout, number, '4242');
    const statuses = heard(checkout, 'florin-status');
    const elsewhere = await place('section');
    elsewhere.append(checkout);
    await settled(checkout);
    expect(fieldIn(checkout, number).value).toBe('4242');
    expect(scripted.listeners.size).toBe(1);
    scripted.tell({ phase: 'processing', attempt: attemptOf() });
    await settled(checkout);
    expect(statuses).toEqual([{ phase: 'processing', status: 'pending' }]);
    elsewhere.remove();
    document.body.append(elsewhere);
    await settled(checkout);
    expect(viewIn(checkout).localName).toBe('florin-status');
  });

  it('an SDK of its own is ended with it, one of the page is not', async () => {
    network = new Promise(() => {});
    const own = draw(right);
    await expect.poll(() => reads).toHaveLength(1);
    expect(reads[0]?.signal?.aborted).toBe(false);
    own.remove();
    await expect.poll(() => reads[0]?.signal?.aborted).toBe(true);
    const scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf() });
    const checkout = await follow(scripted);
    checkout.remove();
    await expect.poll(() => scripted.listeners.size).toBe(0);
    expect(scripted.callsOf('destroy')).toEqual([]);
    document.body.append(checkout);
    await settled(checkout);
    expect(scripted.listeners.size).toBe(1);
  });

  it('reads nothing while it is out of the page, whatever is set meanwhile', async () => {
    const checkout = draw(right);
    await expect.poll(() => reads).toHaveLength(1);
    checkout.remove();
    await Promise.resolve();
    checkout.intent = 'pi_3';
    await settled(checkout);
    // The client is there by now: a reading would have begun.
    await import('@florin/core');
    await settled(checkout);
    expect(reads).toHaveLength(1);
    document.body.append(checkout);
    await expect.poll(() => reads.at(-1)?.url).toContain('/intents/pi_3');
    expect(reads).toHaveLength(2);
  });

  it('removed before its client has come, it never reads', async () => {
    const checkout = draw(right);
    await settled(checkout);
    checkout.remove();
    await import('@florin/core');
    await settled(checkout);
    expect(reads).toEqual([]);
  });

  it('fifty lives leave nothing listening', async () => {
    const left = new Map<string, number>();
    const count = (step: number) =>
      function (this: void, name: string) {
        left.set(name, (left.get(name) ?? 0) + step);
      };
    const targets = [window, document] as const;
    for (const target of targets) {
      const add = target.addEventListener.bind(target) as typeof window.addEventListener;
      const remove = target.removeEventListener.bind(target) as typeof window.removeEventListener;
      vi.spyOn(target as Window, 'addEventListener').mockImplementation((...call: Parameters<typeof add>) => {
        count(1)(call[0]);
        add(...call);
      });
      vi.spyOn(target as Window, 'removeEventListener').mockImplementation((...call: Parameters<typeof remove>) => {
        count(-1)(call[0]);
        remove(...call);
      });
    }
    const scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf() });
    for (let life = 0; life < 50; life += 1) {
      const checkout = await place('florin-checkout', { locale: 'en', checkout: scripted });
      // Every other life ends before the payment has begun.
      if (life % 4 > 1) await followed(scripted);
      scripted.tell({ phase: life % 2 ? 'processing' : 'ready' });
      await settled(checkout);
      checkout.remove();
    }
    await Promise.resolve();
    expect(left.size).toBeGreaterThan(0);
    expect([...left].filter(([, count]) => count !== 0)).toEqual([]);
    expect(scripted.listeners.size).toBe(0);
  });

  it('reads at once when the page wakes up', async () => {
    const scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf() });
    const checkout = await follow(scripted);
    window.dispatchEvent(new Event('online'));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(scripted.callsOf('refresh')).toHaveLength(2);
    checkout.remove();
    window.dispatchEvent(new Event('online'));
    expect(scripted.callsOf('refresh')).toHaveLength(2);
  });

  it('lets go of what it follows when the page is put away, and says whether it is seen', async () => {
    const scripted = new ScriptedCheckout({ phase: 'processing', intent: intentOf() });
    const checkout = await follow(scripted);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(scripted.callsOf('suspend')).toHaveLength(1);
    for (const visibility of ['hidden', 'visible'] as const) {
      vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
      document.dispatchEvent(new Event('visibilitychange'));
    }
    expect(scripted.callsOf('setVisible')).toEqual([[false], [true]]);
    checkout.remove();
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(scripted.callsOf('suspend')).toHaveLength(1);
  });
});
