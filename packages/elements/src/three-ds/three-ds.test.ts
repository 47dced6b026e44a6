import type { ActionOf } from '@florin/contract';
import { directionOf, loadMessages, locales, type Messages } from '@florin/locale';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { challengeOf } from '../checkout/intent.fixture.js';
import { focused, heard, inside, place, seen, settled } from '../checkout/place.fixture.js';
import '../define/three-ds.js';
import { NOTIFICATION } from './frame-message.js';
import type { FlorinThreeDS } from './three-ds.js';

type Challenge = ActionOf<'three_ds_challenge'>;

interface Post {
  url: string;
  target: string;
  method: string;
  params: Record<string, string>;
}

const START = Date.parse('2026-11-21T10:00:00Z');

let english: Messages;
let challenge: FlorinThreeDS;
let answers: unknown[];
let said: string[];
let posts: Post[];

beforeAll(async () => {
  english = await loadMessages('en');
});

beforeEach(async () => {
  await page.viewport(1280, 900);
  posts = [];
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Writes down what would be posted, and posts nothing. */
function interceptPosts(): void {
  vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(function (this: HTMLFormElement) {
    posts.push({
      url: this.getAttribute('action') ?? '',
      target: this.getAttribute('target') ?? '',
      method: this.getAttribute('method') ?? '',
      params: Object.fromEntries(new FormData(this)) as Record<string, string>,
    });
  });
}

async function open(action: Partial<Challenge> = {}, properties: object = {}): Promise<void> {
  challenge = document.createElement('florin-three-ds');
  answers = heard(challenge, 'florin-answer');
  said = heard(challenge, 'florin-say');
  Object.assign(challenge, { messages: english, action: challengeOf(action), ...properties });
  document.body.append(challenge);
  await settled(challenge);
}

const frame = () => inside(challenge).getByTitle<HTMLIFrameElement>('Your bank’s confirmation page');
const button = (name: string) => inside(challenge).getByRole('button', { name });
const ask = () => inside(challenge).queryByRole('alertdialog', { name: 'Stop confirming?' });

/** A script of that frame's own page posts to the page around it, and the message arrives. */
async function postFrom(window: Window | null, data: unknown): Promise<void> {
  const arrived = new Promise((resolve) => globalThis.addEventListener('message', resolve, { once: true }));
  const script = (window as Window).document.createElement('script');
  script.textContent = `parent.postMessage(${JSON.stringify(data)}, '*')`;
  (window as Window).document.documentElement.append(script);
  await arrived;
  await settled(challenge);
}

const end = (nonce = 'n-1') => ({ type: NOTIFICATION, nonce });

describe('the post', () => {
  beforeEach(interceptPosts);

  it('carries the params as given into its own frame', async () => {
    const params = { PaReq: 'a+b/c==', MD: 'é "quoted" <b>', TermUrl: 'https://shop.example/back?a=1&b=2' };
    await open({ url: 'https://acs.example/challenge', params });
    expect(posts).toEqual([{ url: 'https://acs.example/challenge', target: frame().name, method: 'post', params }]);
    expect(frame().name).toBe('florin-challenge-n-1');
  });

  it('is made once for each challenge, however often it is read', async () => {
    await open();
    for (const version of [1, 2, 3]) {
      challenge.action = challengeOf({ params: { creq: `later-${version}` } });
      await settled(challenge);
    }
    expect(posts).toHaveLength(1);
    challenge.action = challengeOf({ nonce: 'n-2', params: { creq: 'second' } });
    await settled(challenge);
    expect(posts.map(({ target, params }) => [target, params['creq']])).toEqual([
      ['florin-challenge-n-1', 'eyJhIjoxfQ'],
      ['florin-challenge-n-2', 'second'],
    ]);
    expect(said).toEqual([english['three_ds.opened'], english['three_ds.opened']]);
  });

  it('waits for the words', async () => {
    await open({}, { messages: null });
    expect(posts).toEqual([]);
    challenge.messages = english;
    await settled(challenge);
    expect(posts).toHaveLength(1);
  });

  it('is made of any names, even those of a form’s own', async () => {
    const params = { submit: 'a', action: 'b', target: 'c', method: 'd' };
    await open({ params });
    expect(posts).toMatchObject([{ url: 'about:blank', params }]);
  });

  it.each(['javascript:alert(1)', ' JavaScript:alert(1)', 'java\nscript:alert(1)'])('never runs %j', async (url) => {
    await open({ url });
    expect(posts).toEqual([]);
  });
});

it('really goes into the frame, which then stands there without the waiting words', async () => {
  await open({ url: 'data:text/html,<h1>Bank</h1>' });
  await expect.poll(() => seen(challenge)).not.toContain('Your bank is getting ready…');
  expect(location.href).not.toContain('data:');
});

describe('a message', () => {
  beforeEach(interceptPosts);

  it('of this frame, this origin and this challenge ends it, once', async () => {
    await open();
    await postFrom(frame().contentWindow, end());
    await postFrom(frame().contentWindow, end());
    expect(answers).toEqual([{ three_ds_challenge: 'done' }]);
  });

  it('of another frame ends nothing', async () => {
    await open();
    const other = document.body.appendChild(document.createElement('iframe'));
    await postFrom(other.contentWindow, end());
    window.postMessage(end(), location.origin);
    const nested = frame().contentDocument?.body.appendChild(document.createElement('iframe'));
    const script = nested?.contentDocument?.createElement('script');
    if (!script) throw new Error('There is no frame in the frame.');
    script.textContent = `top.postMessage(${JSON.stringify(end())}, '*'); parent.parent.postMessage(${JSON.stringify(end())}, '*')`;
    nested?.contentDocument?.documentElement.append(script);
    await postFrom(other.contentWindow, 'the last one');
    expect(answers).toEqual([]);
  });

  it('of another origin ends nothing', async () => {
    await open({ notification_origin: 'https://shop.example' });
    await postFrom(frame().contentWindow, end());
    expect(answers).toEqual([]);
  });

  it('of another challenge, or about something else, ends nothing', async () => {
    await open();
    const forged = [end('n-0'), end(''), { type: NOTIFICATION }, { nonce: 'n-1' }, 'n-1', null, [NOTIFICATION]];
    for (const data of forged) await postFrom(frame().contentWindow, data);
    expect(answers).toEqual([]);
    await postFrom(frame().contentWindow, end());
    expect(answers).toHaveLength(1);
  });

  it('of an earlier challenge ends nothing once there is another one', async () => {
    await open();
    challenge.action = challengeOf({ nonce: 'n-2' });
    await settled(challenge);
    await postFrom(frame().contentWindow, end('n-1'));
    expect(answers).toEqual([]);
    await postFrom(frame().contentWindow, end('n-2'));
    expect(answers).toEqual([{ three_ds_challenge: 'done' }]);
  });

  it('is not listened for once the element is gone', async () => {
    const add = vi.spyOn(window, 'addEventListener');
    const remove = vi.spyOn(window, 'removeEventListener');
    await open();
    challenge.remove();
    const listenersOf = (spy: typeof add | typeof remove) =>
      spy.mock.calls.filter(([name]) => name === 'message').map(([, listener]) => listener);
    expect(listenersOf(add)).toHaveLength(1);
    expect(listenersOf(remove)).toEqual(listenersOf(add));
  });
});

it('a page of another origin inside the frame ends it only when that origin is the one expected', async () => {
  const url = `data:text/html,<script>parent.postMessage({type:'${NOTIFICATION}',nonce:'n-1'},'*')</script>`;
  // Listens after the element does: when it hears the message, the element has.
  const arrived = () => new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
  await open({ url });
  await arrived();
  expect(answers).toEqual([]);
  challenge.remove();
  await open({ url, notification_origin: 'null' });
  await arrived();
  expect(answers).toEqual([{ three_ds_challenge: 'done' }]);
});

describe('stopping', () => {
  beforeEach(interceptPosts);

  it('is asked about first, and done once', async () => {
    await open();
    await userEvent.click(button('Cancel'));
    expect(answers).toEqual([]);
    expect(ask()).toBeVisible();
    await expect.poll(focused).toBe(button('Go on confirming'));
    const stop = button('Stop');
    await userEvent.click(stop);
    stop.click();
    await settled(challenge);
    await postFrom(frame().contentWindow, end());
    expect(answers).toEqual([{ three_ds_challenge: 'abandoned' }]);
    expect(ask()).toBeNull();
  });

  it('can be thought better of', async () => {
    await open();
    await userEvent.click(button('Cancel'));
    await userEvent.click(button('Go on confirming'));
    expect(ask()).toBeNull();
    await expect.poll(focused).toBe(inside(challenge).getByRole('heading', { name: 'Confirm with your bank' }));
    await postFrom(frame().contentWindow, end());
    expect(answers).toEqual([{ three_ds_challenge: 'done' }]);
  });

  it.each([
    ['beside the page', 1280, 900],
    ['over the page', 390, 700],
  ])('with Escape asks too, %s', async (_, width, height) => {
    await page.viewport(width, height);
    await open();
    challenge.focus();
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('{Escape}');
    await settled(challenge);
    expect(ask()).toBeVisible();
    expect(frame().checkVisibility()).toBe(true);
    expect(answers).toEqual([]);
  });

  it('with a phone’s way back asks too, however often', async () => {
    await page.viewport(390, 700);
    await open();
    const dialog = inside(challenge).getByRole<HTMLDialogElement>('dialog');
    // The second close request of a browser cannot be prevented.
    dialog.requestClose();
    dialog.close();
    await expect.poll(() => dialog.matches(':modal')).toBe(true);
    expect(ask()).toBeVisible();
    expect(answers).toEqual([]);
  });

  it('waits while an answer is on its way, and is there again when it was not taken', async () => {
    await open();
    await userEvent.click(button('Cancel'));
    await userEvent.click(button('Stop'));
    challenge.busy = true;
    await settled(challenge);
    expect(seen(challenge)).toContain('Checking the answer…');
    expect(button('Cancel')).toHaveAttribute('aria-disabled', 'true');
    button('Cancel').click();
    await settled(challenge);
    expect(ask()).toBeNull();
    challenge.busy = false;
    await settled(challenge);
    await userEvent.click(button('Go on confirming'));
    await userEvent.click(button('Cancel'));
    await userEvent.click(button('Stop'));
    expect(answers).toEqual([{ three_ds_challenge: 'abandoned' }, { three_ds_challenge: 'abandoned' }]);
    expect(posts).toHaveLength(1);
  });
});

describe('stopping that comes to nothing: the provider cannot cancel, and the challenge goes on', () => {
  const dialog = () => challenge.shadowRoot?.querySelector('dialog') as HTMLDialogElement;
  const words = () => [english['three_ds.waits.title'], english['three_ds.waits.text']].join(' ');
  const resume = () => button('Go on confirming');

  /** The answer is given, and the same challenge is asked for again. */
  async function stop(): Promise<void> {
    await userEvent.click(button('Cancel'));
    await userEvent.click(button('Stop'));
    await comeBack();
  }

  async function comeBack(): Promise<void> {
    challenge.busy = true;
    await settled(challenge);
    challenge.action = challengeOf({ url: challenge.action?.url ?? '' });
    challenge.busy = false;
    await settled(challenge);
  }

  it.each([
    ['beside the page', 1280, 900],
    ['over the page', 320, 640],
  ])('is said, and locks nobody in: %s', async (_, width, height) => {
    interceptPosts();
    await page.viewport(width, height);
    await open();
    await stop();
    expect(answers).toEqual([{ three_ds_challenge: 'abandoned' }]);
    expect(seen(challenge)).toContain(words());
    expect(said.at(-1)).toBe(words());
    expect(dialog().open).toBe(false);
    const elsewhere = await place('input');
    elsewhere.focus();
    expect(document.activeElement).toBe(elsewhere);
  });

  it('the focus stays with it, and is not taken from elsewhere', async () => {
    interceptPosts();
    await open();
    await stop();
    await expect.poll(focused).toBe(inside(challenge).getByRole('heading', { name: /^Your bank still waits/ }));
    await userEvent.click(resume());
    await expect.poll(focused).toBe(inside(challenge).getByRole('heading', { name: 'Confirm with your bank' }));
    const search = await place('input');
    await userEvent.click(button('Cancel'));
    button('Stop').click();
    search.focus();
    await comeBack();
    expect(seen(challenge)).toContain(words());
    expect(document.activeElement).toBe(search);
  });

  it.each([
    ['beside the page', 1280, 900, false],
    ['over the page', 320, 640, true],
  ])('can be gone on with, in the same page of the bank: %s', async (_, width, height, isModal) => {
    await page.viewport(width, height);
    await open({ url: 'data:text/html,<h1>Bank</h1>' });
    await expect.poll(() => seen(challenge)).not.toContain('Your bank is getting ready…');
    const bank = frame().contentWindow;
    const loads = heard(frame(), 'load');

    await stop();
    await userEvent.click(resume());
    await settled(challenge);
    expect([dialog().open, dialog().matches(':modal')]).toEqual([true, isModal]);
    expect(seen(challenge)).not.toContain(english['three_ds.waits.text']);
    expect([frame().contentWindow === bank, loads.length]).toEqual([true, 0]);
    expect(said.at(-1)).toBe(english['three_ds.opened']);
    await stop();
    expect(answers).toHaveLength(2);
    expect(said.at(-1)).toBe(words());
  });

  it('its end is heard while the bank’s page is out of sight', async () => {
    interceptPosts();
    await open();
    await stop();
    await postFrom(challenge.shadowRoot?.querySelector('iframe')?.contentWindow ?? null, end());
    expect(answers.at(-1)).toEqual({ three_ds_challenge: 'done' });
  });

  it('another challenge is shown at once', async () => {
    interceptPosts();
    await open();
    await stop();
    challenge.action = challengeOf({ nonce: 'n-2' });
    await settled(challenge);
    expect(dialog().open).toBe(true);
    expect(seen(challenge)).not.toContain(english['three_ds.waits.text']);
  });

  it('an end that is not the customer’s own doing says nothing of the kind', async () => {
    interceptPosts();
    await open();
    await postFrom(frame().contentWindow, end());
    await comeBack();
    expect(dialog().open).toBe(true);
    expect(said).not.toContain(words());
  });

  it.each(locales)('is not promised: %s', async (locale) => {
    const { 'three_ds.cancel.text': text } = await loadMessages(locale);
    expect(text).toMatch(/will try|essaierons|سنحاول/);
  });
});

describe('the time to confirm', () => {
  let now = START;
  const serverNow = () => now;
  const pass = (duration: number) => {
    for (let passed = 0; passed < duration; passed += 1000) {
      now += 1000;
      vi.advanceTimersByTime(1000);
    }
  };

  beforeEach(() => {
    interceptPosts();
    now = START;
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });

  it('ends at the deadline, on the backend’s clock', async () => {
    await open({ expires_at: new Date(START + 60_000).toISOString() }, { serverNow });
    pass(59_000);
    expect(answers).toEqual([]);
    pass(1000);
    expect(answers).toEqual([{ three_ds_challenge: 'timeout' }]);
    expect(said).toContain(english['three_ds.timeout']);
    pass(600_000);
    expect(answers).toHaveLength(1);
  });

  it.each([undefined, new Date(START + 86_400_000).toISOString()])('is ten minutes at most: %s', async (expires_at) => {
    await open({ ...(expires_at && { expires_at }) }, { serverNow });
    pass(599_000);
    expect(answers).toEqual([]);
    pass(1000);
    expect(answers).toEqual([{ three_ds_challenge: 'timeout' }]);
  });

  it('runs on while the computer sleeps', async () => {
    await open({}, { serverNow });
    now += 3_600_000;
    vi.advanceTimersByTime(1000);
    expect(answers).toEqual([{ three_ds_challenge: 'timeout' }]);
  });

  it('has run out already', async () => {
    await open({ expires_at: new Date(START - 1).toISOString() }, { serverNow });
    expect(answers).toEqual([{ three_ds_challenge: 'timeout' }]);
  });

  it('is not waited for once the challenge has ended, or is gone', async () => {
    await open({}, { serverNow });
    button('Cancel').click();
    await settled(challenge);
    button('Stop').click();
    pass(600_000);
    expect(answers).toEqual([{ three_ds_challenge: 'abandoned' }]);
    challenge.remove();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the window', () => {
  beforeEach(interceptPosts);

  it.each(locales)('keeps the button that stops in one line at 320 pixels: %s', async (locale) => {
    await page.viewport(320, 640);
    await open({}, { messages: await loadMessages(locale), dir: directionOf(locale) });
    // As a page may want it for its own words.
    challenge.style.overflowWrap = 'anywhere';
    const cancel = challenge.shadowRoot?.querySelector('[part=cancel]') as HTMLElement;
    const words = document.createRange();
    words.selectNodeContents(cancel);
    expect(new Set([...words.getClientRects()].map(({ top }) => top)).size).toBe(1);
    expect(cancel.getBoundingClientRect().right).toBeLessThanOrEqual(320);
    expect(cancel.getBoundingClientRect().left).toBeGreaterThanOrEqual(0);
  });

  it.each([
    ['01', 250, 400],
    ['02', 390, 400],
    ['03', 500, 600],
    ['04', 600, 400],
  ] as const)('is as large as asked: %s', async (window_size, width, height) => {
    await open({ window_size });
    expect([frame().offsetWidth, frame().offsetHeight]).toEqual([width, height]);
  });

  it('is as wide as its place and most of the screen high when all of it is asked', async () => {
    await open({ window_size: '05' });
    expect(frame().offsetWidth).toBeGreaterThan(1000);
    expect(frame().offsetHeight).toBeGreaterThan(500);
  });

  it('covers a small screen, and nothing else can be reached', async () => {
    await page.viewport(390, 700);
    await open({ window_size: '01' });
    const dialog = inside(challenge).getByRole('dialog', { name: 'Confirm with your bank' });
    expect(dialog.matches(':modal')).toBe(true);
    const { width, height } = dialog.getBoundingClientRect();
    expect([width, height]).toEqual([390, 700]);
    expect(challenge.shadowRoot?.contains(focused())).toBe(true);
  });

  it('beside the page takes no focus by itself', async () => {
    const search = await place('input');
    search.focus();
    await open({ window_size: '03' });
    expect(document.activeElement).toBe(search);
  });

  it('lets the bank use passkeys, and no more', async () => {
    await open();
    expect(frame().allow).toBe('payment *; publickey-credentials-get *');
    expect(frame().hasAttribute('sandbox')).toBe(false);
  });
});

it('moved in the page it begins anew: a frame that was taken out has lost its page', async () => {
  interceptPosts();
  await open();
  const elsewhere = await place('div');
  elsewhere.append(challenge);
  await settled(challenge);
  expect(posts).toHaveLength(2);
  await postFrom(frame().contentWindow, end());
  expect(answers).toEqual([{ three_ds_challenge: 'done' }]);
});

it('leads to its heading, and may be asked to before it is in the page', async () => {
  expect(() => document.createElement('florin-three-ds').focus()).not.toThrow();
  interceptPosts();
  await open();
  challenge.focus();
  expect(focused()).toBe(inside(challenge).getByRole('heading'));
});
