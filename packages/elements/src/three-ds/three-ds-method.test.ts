import type { ActionOf } from '@florin/contract';
import { initialState, type PaymentState } from '@florin/core/payment';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { asked, decisionOf, ScriptedCheckout } from '../checkout/checkout.fixture.js';
import { heard, inside, place, seen, settled } from '../checkout/place.fixture.js';
import '../define/three-ds-method.js';
import { end, interceptPosts, postFrom, run, startAnew } from './challenge.fixture.js';
import type { FlorinThreeDSMethod } from './three-ds-method.js';

type Method = ActionOf<'three_ds_method'>;

const START = Date.parse('2026-11-21T10:00:00Z');

let method: FlorinThreeDSMethod;
let answers: unknown[];
let time: number;

startAnew();

beforeEach(() => {
  interceptPosts();
  time = START;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

const methodOf = (action: Partial<Method> = {}): Method => ({
  type: 'three_ds_method',
  url: 'about:blank',
  params: { threeDSMethodData: 'eyJhIjoxfQ' },
  server_trans_id: 't-1',
  timeout_ms: 10_000,
  notification_origin: location.origin,
  nonce: 'n-1',
  ...action,
});

async function start(action: Partial<Method> = {}): Promise<void> {
  method = document.createElement('florin-three-ds-method');
  answers = heard(method, 'florin-answer');
  Object.assign(method, { messages: run.english, serverNow: () => time, action: methodOf(action) });
  document.body.append(method);
  await settled(method);
}

function pass(duration: number): void {
  time += duration;
  vi.advanceTimersByTime(duration);
}

async function show(properties: object): Promise<void> {
  Object.assign(method, properties);
  await settled(method);
}

/** The answer goes out, and the same action is still there. */
async function comeBack(problem: string | null): Promise<void> {
  await show({ busy: true });
  await show({ busy: false, problem, action: methodOf() });
}

const frame = () => method.shadowRoot?.querySelector('iframe') as HTMLIFrameElement;
const Y = { three_ds_method: 'Y' };
const N = { three_ds_method: 'N' };
const U = { three_ds_method: 'U' };

describe('the post', () => {
  it('carries the params as given into a frame of its own, once', async () => {
    const params = { threeDSMethodData: 'eyJ', submit: 'a', 'é "quoted"': '<b>' };
    await start({ url: 'https://acs.example/method', params });
    await show({ action: methodOf({ url: 'https://acs.example/method', params }) });
    expect(run.posts).toEqual([
      { url: 'https://acs.example/method', target: 'florin-method-n-1', method: 'post', params },
    ]);
    expect(frame().name).toBe('florin-method-n-1');
  });

  it('leaves nothing in the history of the page', async () => {
    vi.restoreAllMocks();
    const { length } = history;
    await start({ url: 'data:text/html,<h1>Bank</h1>' });
    await expect.poll(() => frame().contentDocument).toBeNull();
    expect(history).toHaveLength(length);
  });

  it('does not wait for words', async () => {
    method = document.createElement('florin-three-ds-method');
    await place('div');
    method.action = methodOf();
    document.body.append(method);
    await settled(method);
    expect(run.posts).toHaveLength(1);
  });
});

it('is not seen, not heard, and in nobody’s way', async () => {
  const before = await place('input');
  await start();
  const after = await place('input');
  expect(seen(method)).toBe('');
  expect(method.checkVisibility({ visibilityProperty: true })).toBe(false);
  expect(frame()).toHaveAttribute('aria-hidden', 'true');
  expect(frame().tabIndex).toBe(-1);
  expect(frame().title).toBe('Your bank’s confirmation page');
  expect(after.getBoundingClientRect().top).toBe(before.getBoundingClientRect().top);
});

describe('the answer', () => {
  it('is Y when the notification page has been reached, once', async () => {
    await start();
    await postFrom(frame().contentWindow, end());
    await postFrom(frame().contentWindow, end());
    pass(600_000);
    expect(answers).toEqual([Y]);
  });

  it('is N when it was not in time, and a late page changes nothing', async () => {
    await start();
    pass(9999);
    expect(answers).toEqual([]);
    pass(1);
    expect(answers).toEqual([N]);
    await postFrom(frame().contentWindow, end());
    expect(answers).toEqual([N]);
  });

  it.each([
    [0, 1000],
    [-5, 1000],
    [15_000, 15_000],
    [86_400_000, 30_000],
    [2 ** 40, 30_000],
  ])('is N, where %i ms were said, after %i', async (timeout_ms, wait) => {
    await start({ timeout_ms });
    pass(wait - 1);
    expect(answers).toEqual([]);
    pass(1);
    expect(answers).toEqual([N]);
  });

  it('is N at once when a page that was hidden, or slept, is looked at again too late', async () => {
    await start();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(answers).toEqual([]);
    time += 3_600_000;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(answers).toEqual([N]);
    pass(600_000);
    expect(answers).toEqual([N]);
  });

  it.each(['', ' ', 'https://', 'javascript:alert(1)', 'java\nscript:alert(1)'])(
    'is U when there is nothing to post to: %j',
    async (url) => {
      await start({ url });
      document.dispatchEvent(new Event('visibilitychange'));
      pass(600_000);
      expect(answers).toEqual([U]);
      expect(run.posts).toEqual([]);
      expect(frame()).toBeNull();
    },
  );

  it('comes from another frame for another action', async () => {
    await start();
    const first = frame();
    pass(9000);
    await show({ action: methodOf({ nonce: 'n-2', url: 'https://acs.example/method' }) });
    expect(first.isConnected).toBe(false);
    expect(run.posts.map(({ target }) => target)).toEqual(['florin-method-n-1', 'florin-method-n-2']);
    pass(9999);
    await postFrom(frame().contentWindow, end('n-1'));
    expect(answers).toEqual([]);
    await postFrom(frame().contentWindow, end('n-2'));
    expect(answers).toEqual([Y]);
  });

  it('is not given once something else is asked for, or the view is gone', async () => {
    await start();
    await show({ action: null });
    pass(600_000);
    await show({ action: methodOf() });
    method.remove();
    pass(600_000);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(answers).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('moved in the page it starts anew, but not once it has been given', async () => {
    await start();
    const elsewhere = await place('div');
    elsewhere.append(method);
    await settled(method);
    expect(run.posts).toHaveLength(2);
    await postFrom(frame().contentWindow, end());
    document.body.append(method);
    await settled(method);
    pass(600_000);
    expect([run.posts.length, answers]).toEqual([2, [Y]]);
  });
});

it('a second one under the same nonce is posted once the first was answered and taken, and not twice', async () => {
  const second = methodOf({ params: { threeDSMethodData: 'second' } });
  await start();
  await postFrom(frame().contentWindow, end());
  await show({ action: second });
  expect(run.posts).toHaveLength(1);
  await show({ busy: true });
  await show({ busy: false, action: second });
  await show({ action: { ...second } });
  expect(run.posts.map(({ params }) => params['threeDSMethodData'])).toEqual(['eyJhIjoxfQ', 'second']);
  await postFrom(frame().contentWindow, end());
  expect(answers).toEqual([Y, Y]);
});

it('without a bridge that comes it posts by itself', async () => {
  const bridge_url = URL.createObjectURL(new Blob(['silence'], { type: 'text/html' }));
  await start({ bridge_url });
  const first = frame();
  pass(4999);
  await settled(method);
  expect(run.posts).toEqual([]);
  pass(1);
  await settled(method);
  expect(run.posts).toHaveLength(1);
  expect(frame()).not.toBe(first);
  expect(frame()).toHaveAttribute('aria-hidden', 'true');
  await postFrom(frame().contentWindow, end());
  expect(answers).toEqual([Y]);
});

describe('an answer that was refused', () => {
  it('is given again twice, and then no more', async () => {
    await start();
    pass(10_000);
    await comeBack('rate_limited');
    pass(1999);
    expect(answers).toEqual([N]);
    pass(1);
    expect(answers).toEqual([N, N]);
    for (const _ of [1, 2, 3, 4]) {
      await comeBack('rate_limited');
      pass(600_000);
    }
    expect(answers).toEqual([N, N, N]);
    expect(run.posts).toHaveLength(1);
  });

  it('is not given again when it was taken, or the action is another', async () => {
    await start();
    await postFrom(frame().contentWindow, end());
    await comeBack(null);
    pass(600_000);
    expect(answers).toEqual([Y]);
    await comeBack('rate_limited');
    await show({ action: methodOf({ nonce: 'n-2' }) });
    pass(5000);
    expect(answers).toEqual([Y]);
  });
});

describe('an answer given while the page’s own wish to stop was on its way', () => {
  const stateOf = (kind: 'cancel' | 'confirm' | null): PaymentState => ({
    ...initialState,
    phase: kind ? 'confirming' : 'action_required',
    decision: kind && decisionOf(kind),
  });

  it('was not heard: it is given again once that has come to nothing', async () => {
    await start();
    await show({ busy: true, state: stateOf('cancel') });
    await postFrom(frame().contentWindow, end());
    expect(answers).toEqual([Y]);
    await show({ busy: false, state: stateOf(null), action: methodOf() });
    expect(answers).toEqual([Y, Y]);
    await show({ busy: true, state: stateOf('confirm') });
    await show({ busy: false, state: stateOf(null), action: methodOf() });
    pass(600_000);
    expect(answers).toEqual([Y, Y]);
  });

  it('is not given again where it had been taken before', async () => {
    await start();
    await postFrom(frame().contentWindow, end());
    for (const kind of ['confirm', 'cancel'] as const) {
      await show({ busy: true, state: stateOf(kind) });
      await show({ busy: false, state: stateOf(null), action: methodOf() });
    }
    pass(600_000);
    expect(answers).toEqual([Y]);
  });
});

it('works alone on a page, with a headless checkout', async () => {
  const scripted = new ScriptedCheckout(asked(methodOf()));
  method = await place('florin-three-ds-method', { checkout: scripted, locale: 'en' });
  await postFrom(frame().contentWindow, end());
  expect(scripted.callsOf('confirm')).toEqual([[Y]]);
  scripted.tell({ action: null, phase: 'processing' });
  await settled(method);
  expect(inside(method).queryByTitle(/./)).toBeNull();
  expect(frame()).toBeNull();
});
