import type { ActionOf } from '@florin/contract';
import { loadMessages, type Messages } from '@florin/locale';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { afterPaint } from '../paint/after-paint.js';
import { focused, heard, inside, place, seen, settled } from '../checkout/place.fixture.js';
import '../define/redirect.js';
import { BANK, redirected, stayHere } from './redirect.fixture.js';
import type { FlorinRedirect } from './redirect.js';

let english: Messages;
let view: FlorinRedirect;
let left: ReturnType<typeof stayHere>;
let said: string[];

beforeAll(async () => {
  english = await loadMessages('en');
});

beforeEach(() => {
  left = stayHere();
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const button = (name: RegExp | string) => inside(view).getByRole('button', { name });
const keyOfHost = /Continue to .?bank\.example/;

async function show(
  action: Partial<ActionOf<'redirect'>> = {},
  properties: object = {},
  state = redirected(action),
): Promise<void> {
  view = document.createElement('florin-redirect');
  said = heard(view, 'florin-say');
  Object.assign(view, { messages: english, action: state.action, state, isGoingOn: true, ...properties });
  document.body.append(view);
  await settled(view);
}

/** What would have gone by itself has gone. */
async function painted(): Promise<void> {
  await settled(view);
  await afterPaint();
  await settled(view);
}

async function comeBack(): Promise<void> {
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  await settled(view);
}

describe('a page', () => {
  it('is gone to by itself, once it has been said where', async () => {
    await show();
    expect(seen(view)).toContain('Taking you to bank.example');
    expect(said.join()).toContain('bank.example');
    expect(left.went).toEqual([]);
    await painted();
    expect(left.went).toEqual([BANK]);
  });

  it('is gone to once, however often the action is read, even with another address', async () => {
    const state = redirected();
    await show({}, {}, state);
    await painted();
    for (const token of [1, 2]) {
      view.action = { type: 'redirect', url: `${BANK}&token=${token}` };
      await painted();
    }
    expect(left.went).toEqual([BANK]);
    expect(said).toHaveLength(1);
  });

  it('is gone to again by an attempt after it', async () => {
    await show();
    await painted();
    const next = redirected();
    Object.assign(view, { state: next, action: next.action });
    await painted();
    expect(left.went).toEqual([BANK, BANK]);
  });

  it('of an attempt that comes at the last moment is gone to in place of the one before', async () => {
    await show();
    const next = redirected({ url: 'https://other.example/' });
    Object.assign(view, { state: next, action: next.action });
    await painted();
    await painted();
    expect(left.went).toEqual(['https://other.example/']);
  });

  it('gets its params in the query, beside what is there', async () => {
    await show({ params: { order: 'a b&c', id: '8' }, method: 'GET' });
    await painted();
    expect(left.went).toEqual([`${BANK}&order=a+b%26c&id=8`]);
  });

  it('is posted to from this page, whatever its params are called', async () => {
    const params = { submit: '1', remove: '2', action: '3', target: '4', setAttribute: '5', MD: 'é "q" <b>' };
    await show({ params, method: 'POST' });
    await painted();
    expect(left).toEqual({ went: [], posts: [{ url: BANK, target: '_self', params: Object.entries(params) }] });
    expect(view.shadowRoot?.querySelector('form')).toBeNull();
  });

  it('waits for the words', async () => {
    await show({}, { messages: null });
    expect(said).toEqual([]);
    await expect.poll(() => left.went).toEqual([BANK]);
    expect(said.join()).toContain('bank.example');
  });

  it('is not gone to by itself by a page that was loaded anew: a button does', async () => {
    await show({}, { isGoingOn: false });
    await painted();
    expect(left.went).toEqual([]);
    expect(seen(view)).toContain('If you have confirmed there already, wait: this page goes on by itself.');
    await userEvent.click(button(keyOfHost));
    expect(left.went).toEqual([BANK]);
    await settled(view);
    expect(seen(view)).toContain('Taking you to bank.example');
  });

  it.each([
    ['GET', (): number => left.went.length],
    ['POST', (): number => left.posts.length],
  ])('is gone to once by a double press, and by one while it goes by itself: %s', async (method, times) => {
    await show({ method }, { isGoingOn: false });
    await userEvent.dblClick(button(keyOfHost));
    await settled(view);
    expect(button(keyOfHost)).toHaveAttribute('aria-disabled', 'true');
    button(keyOfHost).click();
    expect(times()).toBe(1);
    view.remove();
    await show({ method });
    button(keyOfHost).click();
    await painted();
    button(keyOfHost).click();
    expect(times()).toBe(2);
  });

  it('can be gone to again once it is plain that this page was not left', async () => {
    await show({}, { isGoingOn: false });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    button(keyOfHost).click();
    vi.advanceTimersByTime(9_999);
    button(keyOfHost).click();
    expect(left.went).toEqual([BANK]);
    vi.advanceTimersByTime(1);
    vi.useRealTimers();
    await settled(view);
    expect(seen(view)).toContain('The payment goes on at bank.example');
    await userEvent.click(button(keyOfHost));
    expect(left.went).toEqual([BANK, BANK]);
  });

  it('is not gone to again by whoever comes back to a page that was kept', async () => {
    const state = redirected();
    await show({}, {}, state);
    await painted();
    await comeBack();
    expect(seen(view)).toContain('The payment goes on at bank.example');
    view.action = { type: 'redirect', url: `${BANK}&again` };
    await painted();
    view.remove();
    await show({}, {}, state);
    await painted();
    expect(seen(view)).toContain('The payment goes on at bank.example');
    expect(left.went).toEqual([BANK]);
    await userEvent.click(button(keyOfHost));
    expect(left.went).toEqual([BANK, BANK]);
  });

  it('is left where it is when it was merely shown again', async () => {
    await show();
    await painted();
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    await settled(view);
    expect(seen(view)).toContain('Taking you to bank.example');
  });

  it.each([
    ['taken out of the page', (element: FlorinRedirect) => element.remove()],
    ['asked to stop', (element: FlorinRedirect) => void (element.busy = true)],
    ['overtaken', (element: FlorinRedirect) => void (element.action = null)],
  ])('is not gone to when it was %s before', async (_how, change) => {
    await show();
    change(view);
    await painted();
    expect(left.went).toEqual([]);
  });

  it('asks the backend on request, and stops on request, unless it is busy', async () => {
    await show({}, { isGoingOn: false });
    const asks = heard(view, 'florin-refresh');
    const stops = heard(view, 'florin-cancel');
    await userEvent.click(button('Check again'));
    await userEvent.click(button('Cancel'));
    expect([asks.length, stops.length]).toEqual([1, 1]);
    view.busy = true;
    await settled(view);
    for (const name of [keyOfHost, 'Cancel']) {
      expect(button(name)).toHaveAttribute('aria-disabled', 'true');
      button(name).click();
    }
    expect([left.went.length, stops.length]).toEqual([0, 1]);
  });

  it('says when it could not be stopped, until it is tried again', async () => {
    await show({}, { isGoingOn: false });
    const words = english['action.not_stopped'];
    const answer = async () => {
      for (const busy of [true, false]) {
        view.busy = busy;
        await settled(view);
      }
    };
    await answer();
    expect(seen(view)).not.toContain(words);
    await userEvent.click(button('Cancel'));
    await answer();
    expect(seen(view)).toContain(words);
    expect(said.at(-1)).toBe(words);
    await userEvent.click(button('Cancel'));
    await settled(view);
    expect(seen(view)).not.toContain(words);
  });
});

describe('an address that is no page of the web', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'blob:https://bank.example/1', 'file:///etc/passwd', '/pay', ''])(
    'is not gone to: %j',
    async (url) => {
      await show({ url });
      await painted();
      expect(seen(view)).toContain('an address that we do not open');
      expect(inside(view).queryByRole('button', { name: /Continue/ })).toBeNull();
      const stops = heard(view, 'florin-cancel');
      await userEvent.click(button('Cancel'));
      expect(stops).toHaveLength(1);
      expect(left).toEqual({ went: [], posts: [] });
    },
  );

  it('is told to the page, once', async () => {
    const errors = heard(document, 'florin-error');
    await show({ url: 'javascript:1', method: 'POST' });
    view.action = { type: 'redirect', url: 'javascript:1' };
    await painted();
    expect(errors).toEqual([{ code: 'address_unsupported' }]);
  });
});

it('leads to its heading', async () => {
  await show();
  view.focus();
  expect(focused()).toBe(inside(view).getByRole('heading', { name: 'Confirm the payment' }));
});

it('a long host breaks on the narrowest screen, in Arabic too', async () => {
  await page.viewport(320, 640);
  const url = `https://${'a'.repeat(60)}.${'b'.repeat(60)}.bank.example/`;
  document.body.dir = 'rtl';
  await show({ url }, { isGoingOn: false, messages: await loadMessages('ar') });
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  expect(button('إلغاء').getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  document.body.removeAttribute('dir');
});

it('follows a headless checkout on its own', async () => {
  const { ScriptedCheckout } = await import('../checkout/checkout.fixture.js');
  const scripted = new ScriptedCheckout();
  view = await place('florin-redirect', { checkout: scripted, isGoingOn: true, locale: 'en' });
  expect(seen(view)).toBe('');
  scripted.tell(redirected());
  await expect.poll(() => left.went).toEqual([BANK]);
  expect(inside(view).getByRole('status').textContent).toContain('bank.example');
  await comeBack();
  await userEvent.click(button('Check again'));
  await userEvent.click(button('Cancel'));
  expect(scripted.calls).toEqual([['refresh'], ['refresh'], ['cancel']]);
});
