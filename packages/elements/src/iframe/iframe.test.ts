import type { ActionOf } from '@florin/contract';
import { initialState, type PaymentState } from '@florin/core/payment';
import { loadMessages, type Messages } from '@florin/locale';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ScriptedCheckout, asked } from '../checkout/checkout.fixture.js';
import { attemptOf } from '../checkout/intent.fixture.js';
import { focused, heard, inside, place, seen, settled } from '../checkout/place.fixture.js';
import '../define/iframe.js';
import type { FlorinIframe } from './iframe.js';

type Framed = ActionOf<'iframe'>;

/** A page of this very origin, which the frame really shows. */
const here = (name: string) => `${location.origin}/package.json?${name}`;

let english: Messages;
let view: FlorinIframe;
let said: string[];
let asks: unknown[];
let stops: unknown[];

beforeAll(async () => {
  english = await loadMessages('en');
});

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await page.viewport(1280, 900);
});

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

function framed(action: Partial<Framed> = {}): Framed {
  return { type: 'iframe', url: here('a'), origin: location.origin, ...action };
}

async function show(action: Partial<Framed> = {}, properties: object = {}): Promise<void> {
  view = document.createElement('florin-iframe');
  said = heard(view, 'florin-say');
  asks = heard(view, 'florin-refresh');
  stops = heard(view, 'florin-cancel');
  Object.assign(view, { messages: english, action: framed(action), ...properties });
  document.body.append(view);
  await settled(view);
}

const frame = () => view.shadowRoot?.querySelector('iframe') as HTMLIFrameElement;
const button = (name: string) => inside(view).getByRole('button', { name });
const ask = () => inside(view).queryByRole('alertdialog', { name: 'Stop confirming?' });

async function loaded(): Promise<void> {
  await vi.waitFor(() => expect(seen(view)).not.toContain('Loading the payment…'), { timeout: 10_000 });
}

/** A message of that window's own script, once it has arrived. */
async function postFrom(source: Window | null, data: unknown = 'done'): Promise<void> {
  const arrived = new Promise((resolve) => globalThis.addEventListener('message', resolve, { once: true }));
  const script = (source as Window).document.createElement('script');
  script.textContent = `parent.postMessage(${JSON.stringify(data)}, '*')`;
  (source as Window).document.documentElement.append(script);
  await arrived;
}

describe('the frame', () => {
  it('has a title, shows the page, and says so', async () => {
    await show();
    expect(frame().title.replace(/[\u2066-\u2069]/g, '')).toBe(`Page of ${location.host}`);
    expect([frame().src, frame().allow]).toEqual([here('a'), 'payment *; publickey-credentials-get *']);
    expect(seen(view)).toContain('Loading the payment…');
    await loaded();
    expect(said.map((text) => text.replace(/[\u2066-\u2069]/g, ''))).toEqual([
      `The page of ${location.host} is open. Confirm the payment there.`,
    ]);
  });

  it('stays as it is however often the action is read, and is another one for another address', async () => {
    await show();
    const [before, length] = [frame(), history.length];
    await loaded();
    view.action = framed();
    await settled(view);
    expect(frame()).toBe(before);
    view.action = framed({ url: here('b') });
    await settled(view);
    expect(frame()).not.toBe(before);
    expect(seen(view)).toContain('Loading the payment…');
    await loaded();
    expect([said.length, history.length]).toEqual([2, length]);
  });

  describe('of one attempt', () => {
    const of = (id: string): PaymentState => ({ ...initialState, attempt: attemptOf({ id }) });
    const read = async (action: Partial<Framed>, properties: object = {}) => {
      Object.assign(view, { action: framed(action), ...properties });
      await settled(view);
      return frame();
    };

    it('keeps its page where each read signs the address anew', async () => {
      await show({ url: here('signed=1') }, { state: of('pa_1') });
      const before = frame();
      await loaded();
      expect(await read({ url: here('signed=2') })).toBe(before);
      await postFrom(before.contentWindow);
      expect(await read({ url: here('signed=3') })).toBe(before);
      expect([before.src, said.length, seen(view).includes('Loading')]).toEqual([here('signed=1'), 1, false]);
    });

    it('is another one for another page, once the first has spoken', async () => {
      await show({}, { state: of('pa_1') });
      const before = frame();
      await loaded();
      const url = `${location.origin}/vitest.config.ts`;
      expect(await read({ url })).toBe(before);
      await postFrom(before.contentWindow);
      const after = await read({ url });
      expect([after === before, after.src]).toEqual([false, url]);
    });

    it('is another one for another attempt, and for a page from elsewhere', async () => {
      await show({}, { state: of('pa_1') });
      const first = frame();
      const second = await read({ url: here('b') }, { state: of('pa_2') });
      expect([second === first, second.src]).toEqual([false, here('b')]);
      const third = await read({ url: here('c'), origin: 'https://bank.example' });
      expect([third === second, third.src]).toEqual([false, here('c')]);
    });
  });

  it.each([
    [undefined, 480],
    [1, 200],
    [640, 640],
    [100_000, 1000],
  ])('asked to be %s high is %s high', async (height, expected) => {
    await show(height === undefined ? {} : { height });
    expect(frame().parentElement?.getBoundingClientRect().height).toBe(expected);
  });

  it('takes most of a phone, and all of its width', async () => {
    await page.viewport(320, 800);
    await show({ height: 200 });
    const { height, width } = frame().getBoundingClientRect();
    expect(height).toBeGreaterThan(590);
    expect(width).toBeGreaterThan(290);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'about:blank', '/pay', ''])(
    'is not there for %j: the page is told, and it can be stopped',
    async (url) => {
      const errors = heard(document, 'florin-error');
      await show({ url });
      expect(frame()).toBeNull();
      expect(seen(view)).toContain('an address that we do not open');
      expect(errors).toEqual([{ code: 'address_unsupported' }]);
      // As in the view of a redirect.
      const names = [...inside(view).getAllByRole('button')].map((each) => each.textContent?.trim());
      expect(names).toEqual(['Check again', 'Cancel']);
      await userEvent.click(button('Check again'));
      await userEvent.click(button('Cancel'));
      expect([asks.length, stops.length, said.length]).toEqual([1, 1, 0]);
    },
  );
});

describe('a message', () => {
  it('of this frame and its origin is a reason to ask, once in a while', async () => {
    await show();
    await loaded();
    for (let count = 0; count < 5; count += 1) await postFrom(frame().contentWindow);
    expect(asks).toHaveLength(1);
    vi.advanceTimersByTime(2000);
    expect(asks).toHaveLength(2);
    vi.advanceTimersByTime(60_000);
    expect(asks).toHaveLength(2);
  });

  it('of another window changes nothing', async () => {
    await show();
    await loaded();
    const other = document.body.appendChild(document.createElement('iframe'));
    await postFrom(other.contentWindow);
    window.postMessage('done', location.origin);
    const nested = frame().contentDocument?.body.appendChild(document.createElement('iframe'));
    const arrived = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
    const script = nested?.contentDocument?.createElement('script') as HTMLScriptElement;
    script.textContent = `parent.parent.postMessage('done', '*')`;
    nested?.contentDocument?.documentElement.append(script);
    await arrived;
    dispatchEvent(new MessageEvent('message', { data: 'done', origin: location.origin, source: null }));
    expect(asks).toEqual([]);
  });

  it.each(['https://bank.example', 'null', '*', ''])('changes nothing where %j is expected', async (origin) => {
    await show({ origin });
    await loaded();
    await postFrom(frame().contentWindow);
    dispatchEvent(new MessageEvent('message', { origin: 'null', source: frame().contentWindow }));
    expect(asks).toEqual([]);
  });

  it('is not heard once the view has gone', async () => {
    await show();
    await loaded();
    const { contentWindow: source } = frame();
    await postFrom(source);
    await postFrom(source);
    view.remove();
    vi.advanceTimersByTime(10_000);
    dispatchEvent(new MessageEvent('message', { origin: location.origin, source }));
    expect(asks).toHaveLength(1);
  });
});

describe('stopping', () => {
  beforeEach(() => show());

  it('is asked about first', async () => {
    await userEvent.click(button('Cancel'));
    await vi.waitFor(() => expect(focused()).toBe(button('Go on confirming')), { timeout: 10_000 });
    expect(ask()).toHaveAccessibleDescription(/Your bank has not finished/);
    await userEvent.click(button('Stop'));
    await settled(view);
    expect([stops.length, ask()]).toEqual([1, null]);
    expect(focused()).toBe(inside(view).getByRole('heading', { name: 'Confirm the payment' }));
  });

  it.each(['{Enter}', '{Escape}'])('can be thought better of with %s', async (key) => {
    const before = frame();
    await userEvent.click(button('Cancel'));
    await vi.waitFor(() => expect(focused()).toBe(button('Go on confirming')), { timeout: 10_000 });
    await userEvent.keyboard(key);
    await settled(view);
    expect([stops.length, ask(), frame()]).toEqual([0, null, before]);
    await vi.waitFor(() => expect(focused()).toBe(inside(view).getByRole('heading')), { timeout: 10_000 });
  });

  it('is not asked about while an answer is on its way, and says when it was in vain', async () => {
    await userEvent.click(button('Cancel'));
    await userEvent.click(button('Stop'));
    view.busy = true;
    await settled(view);
    button('Cancel').click();
    await settled(view);
    expect([ask(), stops.length]).toEqual([null, 1]);
    expect(seen(view)).toContain('Checking the answer…');
    view.busy = false;
    await settled(view);
    expect(seen(view)).toContain(english['action.not_stopped']);
    expect(said.at(-1)).toBe(english['action.not_stopped']);
  });
});

it('moved within the page, it loads its page anew', async () => {
  await show();
  await loaded();
  const main = document.body.appendChild(document.createElement('main'));
  main.append(view);
  await settled(view);
  await loaded();
  expect(frame().contentWindow?.location.href).toBe(here('a'));
});

it('follows a headless checkout on its own, in Arabic too', async () => {
  vi.useRealTimers();
  const scripted = new ScriptedCheckout();
  view = await place('florin-iframe', { checkout: scripted, locale: 'ar' });
  expect(seen(view)).toBe('');
  scripted.tell(asked(framed()));
  await vi.waitFor(() => expect(inside(view).getByRole('heading', { name: 'أكّد عملية الدفع' })).toBeVisible(), {
    timeout: 10_000,
  });
  expect(getComputedStyle(inside(view).getByRole('heading')).direction).toBe('rtl');
  await loadedPage();
  await postFrom(frame().contentWindow);
  await userEvent.click(button('إلغاء'));
  await userEvent.click(button('إيقاف'));
  expect(scripted.calls).toEqual([['refresh'], ['cancel']]);
  scripted.tell({ phase: 'completed', action: null });
  await settled(view);
  expect(frame()).toBeNull();
});

async function loadedPage(): Promise<void> {
  await vi.waitFor(() => expect(frame().contentWindow?.location.href).toBe(here('a')), { timeout: 10_000 });
  await vi.waitFor(() => expect(view.shadowRoot?.querySelector('.preparing')).toBeNull(), { timeout: 10_000 });
}
