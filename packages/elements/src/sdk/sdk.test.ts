import type { ActionOf } from '@florin/contract';
import { initialState } from '@florin/core/payment';
import { loadMessages, type Messages } from '@florin/locale';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { userEvent } from 'vitest/browser';
import { asked, decisionOf, follow, ScriptedCheckout, viewIn } from '../checkout/checkout.fixture.js';
import { attemptOf, intentOf } from '../checkout/intent.fixture.js';
import { focused, heard, inside, place, seen, settled } from '../checkout/place.fixture.js';
import '../define/sdk.js';
import type { SdkPlugin, SdkPluginContext } from './sdk-plugin.js';
import type { FlorinSdk } from './sdk.js';

type Data = Record<string, unknown>;

interface Run {
  context: SdkPluginContext;
  resolve(data: unknown): void;
  reject(error: unknown): void;
}

const ACTION: ActionOf<'sdk'> = { type: 'sdk', name: 'wallet', params: { session: 's-1' } };

let english: Messages;
let view: FlorinSdk;
let runs: Run[];
let answers: unknown[];
let said: string[];
let errors: unknown[];
let reported: unknown[];
let warned: MockInstance;

beforeAll(async () => {
  english = await loadMessages('en');
});

beforeEach(() => {
  runs = [];
  reported = [];
  vi.spyOn(globalThis, 'reportError').mockImplementation((error) => void reported.push(error));
  warned = vi.spyOn(console, 'warn').mockReturnValue();
  errors = heard(document, 'florin-error');
});

afterEach(() => {
  document.body.replaceChildren();
  sessionStorage.clear();
  vi.restoreAllMocks();
});

/** Ends when the test says so. */
const wallet: SdkPlugin = (context) =>
  new Promise<Data>((resolve, reject) => {
    runs.push({ context, resolve: (data) => resolve(data as Data), reject });
  });

async function show(properties: object = {}, action: ActionOf<'sdk'> = ACTION): Promise<void> {
  view = document.createElement('florin-sdk');
  answers = heard(view, 'florin-answer');
  said = heard(view, 'florin-say');
  Object.assign(view, { messages: english, locale: 'en-GB', action, plugins: { wallet }, ...properties });
  document.body.append(view);
  await settled(view);
}

async function ended(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  await settled(view);
}

const run = (index = 0) => runs[index] as Run;
const button = (name: string) => inside(view).getByRole('button', { name });

describe('a plug-in', () => {
  it('is run once, with what it needs, and its data is the answer', async () => {
    await show();
    const { params, container, locale, signal } = run().context;
    expect([params, locale, signal.aborted]).toEqual([{ session: 's-1' }, 'en-GB', false]);
    expect([container.isConnected, container.childNodes.length]).toEqual([true, 0]);
    run().resolve({ token: 't-1' });
    await ended();
    expect(answers).toEqual([{ data: { token: 't-1' } }]);
    expect([runs.length, errors.length, signal.aborted, container.isConnected]).toEqual([1, 0, false, false]);
  });

  it('is not run again by another read of the same action, whatever it does to its params', async () => {
    await show();
    Object.assign(run().context.params, { session: 'other' });
    view.action = structuredClone(ACTION);
    await ended();
    expect([runs.length, run().context.signal.aborted]).toEqual([1, false]);
  });

  it('is run anew for another action, and what the one before still does is not heard', async () => {
    await show();
    view.action = { ...ACTION, params: { session: 's-2' } };
    await settled(view);
    expect([runs.length, run().context.signal.aborted]).toEqual([2, true]);
    run(0).resolve({ token: 'late' });
    await ended();
    expect([answers, errors]).toEqual([[], []]);
    expect(run(1).context.params).toEqual({ session: 's-2' });
  });

  it('draws where the styles and the scripts of the page reach', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.wallet-button { color: rgb(1, 2, 3) }');
    document.adoptedStyleSheets = [sheet];
    await show();
    const drawn = document.createElement('button');
    drawn.className = 'wallet-button';
    drawn.textContent = 'Open the wallet';
    run().context.container.append(drawn);
    expect(document.querySelector('.wallet-button')).toBe(drawn);
    expect(getComputedStyle(drawn).color).toBe('rgb(1, 2, 3)');
    expect(drawn.checkVisibility()).toBe(true);
    document.adoptedStyleSheets = [];
  });

  it('that has not come yet is run when it comes', async () => {
    await show({ plugins: {} });
    expect(seen(view)).toContain('This page lacks what the next step needs.');
    view.plugins = { wallet };
    await settled(view);
    expect([runs.length, errors.length]).toEqual([1, 1]);
    expect(seen(view)).not.toContain('This page lacks');
  });

  it('is let go of out of the page, and run anew in it; a move disturbs nothing', async () => {
    await show();
    const main = document.body.appendChild(document.createElement('main'));
    main.append(view);
    await ended();
    expect([runs.length, run().context.signal.aborted]).toEqual([1, false]);
    view.remove();
    await ended();
    expect(run().context.signal.aborted).toBe(true);
    run().resolve({ token: 'late' });
    main.append(view);
    await ended();
    expect([runs.length, answers.length]).toEqual([2, 0]);
  });
});

describe('without a plug-in of that name', () => {
  it.each(['other', 'constructor', '__proto__', 'toString'])('%s: the customer and the page are told', async (name) => {
    await show({}, { ...ACTION, name });
    expect(seen(view)).toContain('This page lacks what the next step needs. Cancel, then pay another way.');
    expect(said).toEqual([english['sdk.missing']]);
    expect(errors).toEqual([{ code: 'sdk_missing', provider: name }]);
    expect(warned).toHaveBeenCalledWith(`florin-sdk: there is no plug-in named "${name}" in \`plugins\`.`);
    view.action = { ...ACTION, name };
    await ended();
    expect(errors).toHaveLength(1);
    const stops = heard(view, 'florin-cancel');
    await userEvent.click(button('Cancel'));
    expect([stops.length, runs.length]).toEqual([1, 0]);
  });
});

describe('a plug-in that comes to nothing', () => {
  const circle: Data = {};
  circle['self'] = circle;

  it.each<[string, SdkPlugin, number]>([
    [
      'throws at once',
      () => {
        throw new TypeError('x');
      },
      1,
    ],
    ['rejects', () => Promise.reject(new Error('x')), 1],
    ['rejects with nothing', () => Promise.reject(), 1],
    ['was closed by the customer', () => Promise.reject(new DOMException('closed', 'AbortError')), 0],
    ['answers nothing', () => Promise.resolve(undefined as unknown as Data), 0],
    ['answers null', () => Promise.resolve(null as unknown as Data), 0],
    ['answers a text', () => Promise.resolve('token' as unknown as Data), 0],
    ['answers a list', () => Promise.resolve([] as unknown as Data), 0],
    ['answers what becomes a text', () => Promise.resolve({ toJSON: () => 'token' }), 0],
    ['answers what cannot be sent', () => Promise.resolve(circle), 1],
    ['is no function', 'wallet' as unknown as SdkPlugin, 0],
  ])('says so where it %s', async (_how, plugin, uncaught) => {
    await show({ plugins: { wallet: plugin } });
    await ended();
    expect(answers).toEqual([]);
    expect(errors).toHaveLength(1);
    expect(reported).toHaveLength(uncaught);
    expect(button('Cancel')).toBeVisible();
  });

  it('can be tried again', async () => {
    await show();
    run().reject(new Error('x'));
    await ended();
    expect(seen(view)).toContain('This step did not work. Try again, or cancel.');
    expect(errors).toEqual([{ code: 'sdk_failed', provider: 'wallet' }]);
    expect(run().context.container.isConnected).toBe(false);
    await userEvent.click(button('Try again'));
    run(1).resolve({ token: 't-2' });
    await ended();
    expect(answers).toEqual([{ data: { token: 't-2' } }]);
    expect(inside(view).queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('is told apart from an answer that was not taken, which can be given again too', async () => {
    await show();
    run().resolve({ token: 't-1' });
    await ended();
    for (const busy of [true, false]) {
      view.busy = busy;
      await settled(view);
    }
    await settled(view);
    expect(said).toEqual([english['sdk.failed']]);
    expect(errors).toEqual([]);
    await userEvent.click(button('Try again'));
    expect(runs).toHaveLength(2);
  });
});

describe('of one attempt', () => {
  const of = (id: string) => ({ state: { ...initialState, attempt: attemptOf({ id }) } });
  const anew = { ...ACTION, params: { session: 's-1', time: 2 } };

  it('goes on where each read makes its params anew, and the next run gets the newest', async () => {
    await show(of('pa_run'));
    view.action = anew;
    await ended();
    expect([runs.length, run().context.signal.aborted]).toEqual([1, false]);
    run().reject(new Error('x'));
    await ended();
    await userEvent.click(button('Try again'));
    expect([runs.length, run(1).context.params]).toEqual([2, anew.params]);
  });

  it('is not run again unasked once it has answered, whatever the params, and in whatever element', async () => {
    await show(of('pa_here'));
    run().resolve({ token: 't-1' });
    await ended();
    view.action = anew;
    await ended();
    view.remove();
    await show(of('pa_here'), anew);
    await ended();
    expect([runs.length, answers.length, seen(view).includes(english['sdk.failed'])]).toEqual([1, 0, true]);
    await show(of('pa_after'));
    expect(runs).toHaveLength(2);
  });

  it('is not run again unasked after a reload: what came of its answer is not known', async () => {
    await show(of('pa_left'));
    run().resolve({ token: 'secret' });
    await ended();
    expect(JSON.stringify(sessionStorage)).toContain('pa_left');
    expect(JSON.stringify(sessionStorage)).not.toMatch(/secret|s-1/);
    view.remove();
    // What a page before this one has left.
    const kept = sessionStorage.getItem('florin:answered') ?? '';
    sessionStorage.setItem('florin:answered', kept.replace('pa_left', 'pa_reloaded'));
    await show(of('pa_reloaded'));
    await ended();
    expect([runs.length, said]).toEqual([1, [english['confirming.title']]]);
    expect(seen(view)).not.toContain(english['sdk.failed']);
    await userEvent.click(button('Try again'));
    expect(runs).toHaveLength(2);
  });

  it('is run where storage is forbidden, or holds what nobody understands', async () => {
    vi.spyOn(Storage.prototype, 'getItem').mockReturnValue('{');
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('no', 'QuotaExceededError');
    });
    await show(of('pa_broken'));
    run().resolve({ token: 't-1' });
    await ended();
    expect(answers).toHaveLength(1);
    view.remove();
    await show(of('pa_broken'));
    expect(runs).toHaveLength(1);
  });
});

describe('the focus', () => {
  const heading = () => inside(view).getByRole('heading');

  it.each(['answers', 'fails'])('is not lost with what the plug-in has drawn: it %s', async (how) => {
    await show();
    const drawn = run().context.container.appendChild(document.createElement('button'));
    drawn.focus();
    if (how === 'answers') run().resolve({ token: 't-1' });
    else run().reject(new Error('x'));
    await ended();
    expect(focused()).toBe(heading());
  });

  it('is not lost with a frame of the plug-in’s', async () => {
    await show();
    const drawn = run().context.container.appendChild(document.createElement('iframe'));
    await userEvent.click(drawn);
    run().resolve({ token: 't-1' });
    await ended();
    expect(focused()).toBe(heading());
  });

  it('is not lost with the button that was pressed', async () => {
    await show();
    run().reject(new Error('x'));
    await ended();
    await userEvent.click(button('Try again'));
    await settled(view);
    expect(focused()).toBe(heading());
  });

  it('is not taken from the page', async () => {
    await show();
    const search = await place('input');
    search.focus();
    run().reject(new Error('x'));
    await ended();
    expect(focused()).toBe(search);
  });
});

it('stopping lets go of the plug-in; in vain, it can be tried again', async () => {
  await show();
  const stops = heard(view, 'florin-cancel');
  await userEvent.click(button('Cancel'));
  expect([stops.length, run().context.signal.aborted]).toEqual([1, true]);
  run().resolve({ token: 'late' });
  view.busy = true;
  await ended();
  expect(answers).toEqual([]);
  button('Cancel').click();
  expect(stops).toHaveLength(1);
  view.busy = false;
  await settled(view);
  expect(seen(view)).toContain(english['action.not_stopped']);
  await userEvent.click(button('Try again'));
  expect(runs).toHaveLength(2);
});

it('in the checkout it draws among the children of the tag, in the place of the form', async () => {
  const scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf() });
  const checkout = await follow(scripted, { plugins: { wallet } });
  const told = heard(checkout, 'florin-error');
  scripted.tell(asked(ACTION));
  await vi.waitUntil(() => runs.length > 0, { timeout: 10_000, interval: 5 });
  const { container, signal } = run().context;
  expect(container.parentElement).toBe(checkout);
  container.append('Open the wallet');
  view = viewIn(checkout) as FlorinSdk;
  const { top, bottom } = view.getBoundingClientRect();
  const drawn = container.getBoundingClientRect();
  expect(drawn.height).toBeGreaterThan(0);
  expect([drawn.top >= top, drawn.bottom <= bottom]).toEqual([true, true]);
  checkout.plugins = { ...checkout.plugins, other: wallet };
  await settled(checkout);
  run().resolve({ token: 't-1' });
  await ended();
  expect(scripted.callsOf('confirm')).toEqual([[{ data: { token: 't-1' } }]]);
  for (const state of [{ decision: decisionOf('confirm') }, asked({ ...ACTION, params: {} })]) {
    scripted.tell(state);
    await settled(checkout);
  }
  await ended();
  expect(runs).toHaveLength(1);
  await userEvent.click(button('Try again'));
  expect(run(1).context.params).toEqual({});
  run(1).reject(new Error('x'));
  await ended();
  expect(told).toEqual([{ code: 'sdk_failed', provider: 'wallet' }]);
  scripted.tell({ phase: 'completed', action: null, intent: intentOf({ status: 'completed' }) });
  await settled(checkout);
  await ended();
  expect([checkout.childNodes.length, signal.aborted, runs.length]).toEqual([0, false, 2]);
});

it('follows a headless checkout on its own', async () => {
  const scripted = new ScriptedCheckout();
  view = await place('florin-sdk', { checkout: scripted, plugins: { wallet }, locale: 'fr' });
  scripted.tell({ ...asked(ACTION), attempt: attemptOf({ id: 'pa_alone' }) });
  await vi.waitUntil(() => runs.length > 0, { timeout: 10_000, interval: 5 });
  expect(run().context.locale).toBe('fr');
  run().resolve({ token: 't-1' });
  await ended();
  await userEvent.click(button('Annuler'));
  expect(scripted.calls).toEqual([['confirm', { data: { token: 't-1' } }], ['cancel']]);
  scripted.tell({ phase: 'completed', action: null });
  await ended();
  expect(seen(view)).toBe('');
});
