import type { ActionOf } from '@florin/contract';
import { loadMessages, type Messages } from '@florin/locale';
import { afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { page } from 'vitest/browser';
import { challengeOf } from '../checkout/intent.fixture.js';
import { heard, inside, settled } from '../checkout/place.fixture.js';
import '../define/three-ds.js';
import { NOTIFICATION } from './frame-message.js';
import type { FlorinThreeDS } from './three-ds.js';

interface Post {
  url: string;
  target: string;
  method: string;
  params: Record<string, string>;
}

/** The challenge under test, and what has come of it. */
export const run = {} as {
  english: Messages;
  challenge: FlorinThreeDS;
  answers: unknown[];
  said: string[];
  posts: Post[];
};

/** Each test has the screen of a desk, and a page of its own. */
export function startAnew(): void {
  beforeAll(async () => {
    run.english = await loadMessages('en');
  });

  beforeEach(async () => {
    await page.viewport(1280, 900);
    run.posts = [];
  });

  afterEach(() => {
    document.body.replaceChildren();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
}

/** Writes down what would be posted, and posts nothing. */
export function interceptPosts(): void {
  vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(function (this: HTMLFormElement) {
    const attributeOf = (name: string) => Element.prototype.getAttribute.call(this, name) ?? '';
    run.posts.push({
      url: attributeOf('action'),
      target: attributeOf('target'),
      method: attributeOf('method'),
      params: Object.fromEntries(new FormData(this)) as Record<string, string>,
    });
  });
}

export async function open(
  action: Partial<ActionOf<'three_ds_challenge'>> = {},
  properties: object = {},
  parent: Element = document.body,
): Promise<FlorinThreeDS> {
  const challenge = document.createElement('florin-three-ds');
  run.challenge = challenge;
  run.answers = heard(challenge, 'florin-answer');
  run.said = heard(challenge, 'florin-say');
  Object.assign(challenge, { messages: run.english, action: challengeOf(action), ...properties });
  parent.append(challenge);
  await settled(challenge);
  return challenge;
}

/** An answer is on its way, and the same challenge is asked for again, where `action` says nothing else. */
export async function comeBack(
  action: Partial<ActionOf<'three_ds_challenge'>> = {},
  problem: string | null = null,
): Promise<void> {
  const { challenge } = run;
  challenge.busy = true;
  await settled(challenge);
  const url = challenge.action?.url ?? '';
  Object.assign(challenge, { action: challengeOf({ url, ...action }), busy: false, problem });
  await settled(challenge);
}

export const frame = () => inside(run.challenge).getByTitle<HTMLIFrameElement>('Your bank’s confirmation page');
export const dialog = () => run.challenge.shadowRoot?.querySelector('dialog') as HTMLDialogElement;
export const button = (name: string) => inside(run.challenge).getByRole('button', { name });
export const ask = () => inside(run.challenge).queryByRole('alertdialog', { name: 'Stop confirming?' });

/** What the notification page of a challenge says. */
export const end = (nonce = 'n-1') => ({ type: NOTIFICATION, nonce });

/** A script of that window posts to this page, and the message arrives. */
export async function postFrom(source: Window | null, data: unknown, transfer: Transferable[] = []): Promise<void> {
  const arrived = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
  // Who posts is told by where the function comes from that does.
  const { Function } = source as Window & typeof globalThis;
  new Function('target', 'data', 'transfer', 'target.postMessage(data, "*", transfer)')(window, data, transfer);
  await arrived;
  await Promise.all([...document.querySelectorAll('florin-three-ds, florin-three-ds-method')].map(settled));
}
