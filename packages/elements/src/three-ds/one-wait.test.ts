import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { asked, decisionOf, follow, ScriptedCheckout, viewIn } from '../checkout/checkout.fixture.js';
import { challengeOf } from '../checkout/intent.fixture.js';
import { inside, seen, settled } from '../checkout/place.fixture.js';
import type { FlorinCheckout } from '../checkout/checkout.js';
import { end, interceptPosts, postFrom, run, startAnew } from './challenge.fixture.js';

startAnew();

beforeEach(interceptPosts);

const nonce = 'n-1';
const method = {
  ...challengeOf({ nonce }),
  type: 'three_ds_method',
  server_trans_id: 't-1',
  timeout_ms: 10_000,
} as const;

let scripted: ScriptedCheckout;
let checkout: FlorinCheckout;

beforeEach(async () => {
  scripted = new ScriptedCheckout(asked(method));
  checkout = await follow(scripted);
  await vi.waitUntil(() => run.posts.length === 1, { timeout: 10_000 });
});

afterEach(() => checkout.remove());

const tags = () => [...(checkout.shadowRoot?.querySelectorAll('*') ?? [])].map(({ localName }) => localName);
const frameOf = (tag: string) =>
  checkout.shadowRoot?.querySelector(tag)?.shadowRoot?.querySelector('iframe')?.contentWindow ?? null;

it('the customer waits once: the issuer looks at the browser, then asks', async () => {
  expect(viewIn(checkout).localName).toBe('florin-status');
  const words = seen(checkout);
  expect(words).toMatch(/^Paying…/);
  await postFrom(frameOf('florin-three-ds-method'), end(nonce));
  expect(scripted.callsOf('confirm')).toEqual([[{ three_ds_method: 'Y' }]]);
  scripted.tell({ phase: 'confirming', decision: decisionOf('confirm') });
  await settled(checkout);
  expect(tags()).toContain('florin-three-ds-method');
  expect(seen(checkout)).toBe(words);

  // Both are reported with the same nonce: what counts is whose frame says it.
  const earlier = frameOf('florin-three-ds-method');
  scripted.tell(asked(challengeOf({ nonce })));
  await expect.poll(() => run.posts.map(({ target }) => target)).toEqual(['florin-method-n-1', 'florin-challenge-n-1']);
  expect(tags()).not.toContain('florin-three-ds-method');
  dispatchEvent(new MessageEvent('message', { source: earlier, origin: location.origin, data: end(nonce) }));
  expect(scripted.callsOf('confirm')).toHaveLength(1);
  await postFrom(frameOf('florin-three-ds'), end(nonce));
  expect(scripted.callsOf('confirm')[1]).toEqual([{ three_ds_challenge: 'done' }]);
});

it('a payment that needs no more than the look is paid without a window', async () => {
  await postFrom(frameOf('florin-three-ds-method'), end(nonce));
  scripted.tell({ phase: 'completed', action: null, decision: null });
  await settled(checkout);
  expect(inside(checkout).queryByRole('dialog')).toBeNull();
  expect(tags()).not.toContain('florin-three-ds-method');
});
