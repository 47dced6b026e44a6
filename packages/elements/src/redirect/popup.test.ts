import type { ActionOf } from '@florin/contract';
import { loadMessages, type Messages } from '@florin/locale';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  asked,
  decisionOf,
  failed,
  failureOf,
  follow,
  ScriptedCheckout,
  viewIn,
} from '../checkout/checkout.fixture.js';
import { intentOf } from '../checkout/intent.fixture.js';
import { focused, heard, inside, place, seen, settled } from '../checkout/place.fixture.js';
import '../define/redirect.js';
import type { PaymentWindow } from './payment-window.js';
import { BANK, openNone, paymentWindow, redirected, stayHere } from './redirect.fixture.js';
import type { FlorinRedirect } from './redirect.js';

let english: Messages;
let view: FlorinRedirect;
let left: ReturnType<typeof stayHere>;
let windows: ReturnType<typeof openNone>;
let said: string[];
let asks: unknown[];

beforeAll(async () => {
  english = await loadMessages('en');
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  left = stayHere();
  windows = openNone();
});

afterEach(() => {
  sessionStorage.clear();
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const button = (name: RegExp | string) => inside(view).getByRole('button', { name });
const open = () => button(/Open .?bank\.example.? in a window/);

async function show(
  action: Partial<ActionOf<'redirect'>> = {},
  properties: object = {},
  state = redirected({ presentation: 'popup', ...action }),
): Promise<void> {
  view = document.createElement('florin-redirect');
  said = heard(view, 'florin-say');
  asks = heard(view, 'florin-refresh');
  Object.assign(view, { messages: english, action: state.action, state, ...properties });
  document.body.append(view);
  await settled(view);
}

async function look(): Promise<void> {
  vi.advanceTimersByTime(1000);
  await settled(view);
}

describe('the window that the press on "pay" has opened', () => {
  it('is sent to the bank, once, however often the action is read', async () => {
    await show({}, { window: paymentWindow() });
    view.action = { type: 'redirect', url: `${BANK}&later`, presentation: 'popup' };
    await settled(view);
    expect(windows.opened.map(({ went }) => went)).toEqual([[BANK]]);
    expect(windows.open.mock.calls).toEqual([
      ['', expect.stringMatching(/^florin-redirect-[\d-]{20,}$/), 'popup,width=500,height=700'],
    ]);
    expect(seen(view)).toContain('Confirm the payment in the window of bank.example');
    expect(said).toHaveLength(1);
  });

  it('is sent there once by all the views that it goes through', async () => {
    const state = redirected({ presentation: 'popup' });
    const opened = paymentWindow();
    await show({}, { window: opened }, state);
    view.remove();
    await show({}, { window: opened }, state);
    expect(windows.opened.map(({ went }) => went)).toEqual([[BANK]]);
    expect(button('Show the window')).toBeVisible();
  });

  it('is posted to by its name', async () => {
    await show({ method: 'POST', params: { MD: '1' } }, { window: paymentWindow() });
    const target = windows.open.mock.calls[0]?.[1];
    expect(left.posts).toEqual([{ url: BANK, target, params: [['MD', '1']] }]);
    expect(windows.opened[0]?.went).toEqual([]);
  });

  it('is used where the action does not say how it wants to be shown, and closed where it wants a page', async () => {
    const state = redirected();
    await show({}, { window: paymentWindow() }, state);
    expect(windows.opened[0]?.went).toEqual([BANK]);
    view.remove();
    await show({}, { window: paymentWindow() }, redirected({ presentation: 'page' }));
    expect(windows.opened.map(({ closed }) => closed)).toEqual([false, true]);
    expect(button(/Continue to .?bank\.example/)).toBeVisible();
  });

  it('is closed, unused, where there is no page to go to', async () => {
    await show({ url: 'javascript:alert(1)' }, { window: paymentWindow() });
    expect(windows.opened).toMatchObject([{ closed: true, went: [] }]);
  });

  it('that was closed too early can be opened again', async () => {
    const opened = paymentWindow();
    opened.close();
    await show({}, { window: opened });
    await userEvent.click(open());
    expect(windows.opened.map(({ went }) => went)).toEqual([[], [BANK]]);
  });

  it('is brought to front', async () => {
    await show({}, { window: paymentWindow() });
    await userEvent.click(button('Show the window'));
    expect(windows.opened[0]?.focus).toHaveBeenCalledOnce();
    expect(windows.open).toHaveBeenCalledOnce();
  });
});

describe('a window that is closed, or out of sight', () => {
  beforeEach(() => show({}, { window: paymentWindow() }));

  const close = () => Object.assign(windows.opened[0] as object, { closed: true });

  it('ends nothing: the backend is asked once, and what can be done is said', async () => {
    close();
    for (let round = 0; round < 5; round += 1) await look();
    expect(asks).toHaveLength(1);
    expect(seen(view)).toContain('If you have confirmed there, wait: this page goes on by itself.');
    expect(said.at(-1)).toContain('is closed, or we cannot see it');
    expect(button('Check again')).toBeVisible();
    expect(button('Cancel')).toBeVisible();
  });

  it('is seen at once when the customer comes back to this one', async () => {
    close();
    dispatchEvent(new Event('focus'));
    expect(asks).toHaveLength(1);
  });

  it('is opened again in a press, which keeps the focus', async () => {
    button('Show the window').focus();
    close();
    await look();
    await userEvent.keyboard('{Enter}');
    await settled(view);
    expect(windows.opened.map(({ went }) => went)).toEqual([[BANK], [BANK]]);
    expect(focused()).toBe(button('Show the window'));
    Object.assign(windows.opened[1] as object, { closed: true });
    await look();
    expect(asks).toHaveLength(2);
  });

  it('is not looked at any more once the view has gone', async () => {
    view.remove();
    close();
    expect(vi.getTimerCount()).toBe(0);
    dispatchEvent(new Event('focus'));
    expect(asks).toEqual([]);
  });
});

describe('without a window', () => {
  it('one is opened in a press, and two presses open one', async () => {
    await show();
    const given = heard<PaymentWindow>(view, 'florin-window');
    expect(windows.open).not.toHaveBeenCalled();
    await userEvent.dblClick(open());
    expect(windows.opened.map(({ went }) => went)).toEqual([[BANK]]);
    expect(given.map(({ sentFor }) => sentFor)).toEqual([view.state?.attempt?.id]);
  });

  it.each([
    ['did not open at the press on "pay"', 'redirect', true, 'Your browser did not open a window.'],
    ['did not open for somebody who may have come back', 'redirect', false, 'If you have confirmed there already'],
    ['was not asked to open: the customer chose a card', 'card', true, 'If you have confirmed there already'],
  ])('that the browser %s', async (_, type, isGoingOn, words) => {
    const state = redirected({ presentation: 'popup' });
    const attempt = state.attempt && { ...state.attempt, method: { type } };
    await show({}, { isGoingOn }, { ...state, attempt: attempt ?? null });
    expect(seen(view)).toContain(words);
    expect(said).toHaveLength(words.includes('browser') ? 1 : 0);
    expect(left.went).toEqual([]);
  });

  it('that the browser does not open, the payment can go on in this page', async () => {
    windows.open.mockReturnValue(null);
    await show();
    await userEvent.click(open());
    expect(seen(view)).toContain('Your browser did not open a window.');
    expect(said.at(-1)).toContain('Your browser did not open a window.');
    await userEvent.click(button('Go on in this page'));
    expect(left.went).toEqual([BANK]);
  });
});

describe('a window', () => {
  it('has a name of its own: another checkout’s is not taken over', () => {
    paymentWindow();
    paymentWindow();
    expect(new Set(windows.open.mock.calls.map(([, name]) => name)).size).toBe(2);
  });

  it.each([
    [
      'cannot be looked into',
      {
        get href() {
          throw new DOMException('cross-origin', 'SecurityError');
        },
      },
    ],
    ['shows a page already', { href: 'https://shop.example/' }],
  ])('that %s is somebody else’s, and is not taken', async (_, location) => {
    const replace = vi.fn<(url: string) => void>();
    const close = vi.fn<() => void>();
    const other = { closed: false, close, location: Object.defineProperty(location, 'replace', { value: replace }) };
    windows.open.mockReturnValue(other as unknown as Window);
    await show();
    await userEvent.click(open());
    expect(button('Go on in this page')).toBeVisible();
    expect([replace.mock.calls, close.mock.calls]).toEqual([[], []]);
  });
});

describe('in the checkout', () => {
  it('a window that the view has opened is kept through a check, and closed when the payment goes on', async () => {
    const scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf() });
    const checkout = await follow(scripted);
    const state = redirected({ presentation: 'popup' });
    const comes = async () => {
      scripted.tell(state);
      await expect.poll(() => viewIn(checkout).shadowRoot?.querySelector('h2')).toBeTruthy();
      view = viewIn(checkout) as FlorinRedirect;
      await settled(view);
    };
    await comes();
    await userEvent.click(open());
    scripted.tell({ phase: 'verifying', action: null });
    await settled(checkout);
    await comes();
    expect(button('Show the window')).toBeVisible();
    expect(windows.opened).toMatchObject([{ closed: false, went: [BANK] }]);
    scripted.tell({ phase: 'completed', action: null, intent: intentOf({ status: 'completed' }) });
    expect(windows.opened.map(({ close }) => close.mock.calls.length)).toEqual([1]);
  });
});

it('alone with a headless checkout, it closes its window when the payment goes on', async () => {
  const scripted = new ScriptedCheckout(redirected({ presentation: 'popup' }));
  view = await place('florin-redirect', { checkout: scripted, messages: english });
  await userEvent.click(open());
  scripted.tell({ phase: 'completed', action: null });
  await settled(view);
  expect(windows.opened).toMatchObject([{ closed: true }]);
});

describe('a window of before the page was loaded anew', () => {
  const reload = () => {
    const opened = paymentWindow();
    windows.open.mockClear();
    windows.open.mockReturnValue(opened.window);
  };
  const others = { phase: 'ready', action: null } as const;

  it.each([
    ['stopped', (scripted: ScriptedCheckout) => scripted.tell(others), 'Cancel', true],
    ['paid', (scripted: ScriptedCheckout) => scripted.tell({ ...others, phase: 'completed' }), 'Check again', false],
  ] as const)(
    'is looked for by its name, and closed, where the customer has stopped: %s',
    async (_, end, press, is) => {
      reload();
      const name = sessionStorage.getItem('florin:window');
      const scripted = new ScriptedCheckout(redirected({ presentation: 'popup' }));
      view = await place('florin-redirect', { checkout: scripted, messages: english });
      expect(open()).toBeVisible();
      expect(seen(view)).toContain('If you have confirmed there already');
      await userEvent.click(button(press));
      expect(windows.open).not.toHaveBeenCalled();
      end(scripted);
      await settled(view);
      expect(windows.open.mock.calls.map((call) => call[1])).toEqual(is ? [name] : []);
      expect(windows.opened).toMatchObject([{ closed: is }]);
      expect(sessionStorage.getItem('florin:window')).toBe(is ? '' : name);
    },
  );

  it('is given to whoever holds the view; where none was opened there is none', async () => {
    reload();
    view = document.createElement('florin-redirect');
    const given = heard<PaymentWindow>(view, 'florin-window');
    const state = redirected({ presentation: 'popup' });
    Object.assign(view, { messages: english, action: state.action, state });
    document.body.append(view);
    await settled(view);
    expect(given.map(({ window: known }) => known)).toEqual([null]);
    sessionStorage.clear();
    view.remove();
    await show();
    expect(view.window).toBeNull();
  });
});

describe('alone, a window that was opened in the press on "pay"', () => {
  const other = asked({ type: 'otp' });

  it.each([
    ['refused', { phase: 'ready', problem: { code: 'method_not_available' }, decision: null }, true],
    ['declined', failed(failureOf()), true],
    ['asked for a code', other, true],
    ['paid at once', { phase: 'completed', action: null }, true],
    ['not sure', { phase: 'verifying', action: null }, false],
    ['sent there', redirected({ presentation: 'popup' }), false],
  ] as const)('is closed where nothing will come of it, and only there: %s', async (_, after, isClosed) => {
    const scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf(), action: null });
    view = await place('florin-redirect', { checkout: scripted, messages: english });
    view.window = paymentWindow();
    await settled(view);
    // The page may do something else before it submits.
    expect(windows.opened).toMatchObject([{ closed: false }]);
    scripted.tell({ phase: 'submitting', decision: decisionOf('submit') });
    await settled(view);
    scripted.tell({ phase: 'processing', decision: null });
    await settled(view);
    expect(windows.opened).toMatchObject([{ closed: false }]);
    scripted.tell(after);
    await settled(view);
    expect(windows.opened).toMatchObject([{ closed: isClosed }]);
  });
});

it.each(['GET', 'POST'])(
  'a real window goes there by %s, is seen for as long as it is open, and can be closed',
  async (method) => {
    vi.restoreAllMocks();
    await show({ url: `${location.origin}/package.json`, method });
    const given = heard<PaymentWindow>(view, 'florin-window');
    await userEvent.click(button(/in a window/));
    const opened = given[0]?.window as Window;
    await vi.waitUntil(() => hasLeft(opened), { timeout: 10_000, interval: 20 });
    await look();
    expect([opened.closed, asks.length]).toEqual([false, 0]);
    given[0]?.close();
    await vi.waitUntil(() => opened.closed, { timeout: 10_000, interval: 20 });
    await look();
    expect(asks).toHaveLength(1);
  },
);

/** From the empty page that it began with to another, whoever's that is. */
function hasLeft({ location }: Window): boolean {
  try {
    return location.href !== 'about:blank';
  } catch {
    return true;
  }
}
