import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { heard, seen, settled } from '../checkout/place.fixture.js';
import '../define/iframe.js';
import { postFrom, run, startAnew } from '../three-ds/challenge.fixture.js';
import { forgedOrigin } from '../three-ds/forged-origin.fixture.js';
import type { FlorinIframe } from './iframe.js';

/** Said in the name of the test: with it a run can be repeated. */
const SEED = 20_261_121;
const FORGERIES = 200;

/** A page of this very origin: whoever has its window can post as it. */
const pageOf = (name: string) => `${location.origin}/package.json?${name}`;

/** A frame of the page, a frame in the right one, another window, the page itself, the frame before this one, nobody. */
const wrongSources = ['frame', 'nested', 'window', 'page', 'earlier', 'nobody'] as const;
type Source = (typeof wrongSources)[number];

/** Whatever is said in it is a reason to ask the backend: who says it is all there is to forge. */
const data = fc.oneof(
  fc.constantFrom<unknown>('done', { type: 'sandbank:done' }, { type: 'florin:three-ds', nonce: 'n-1' }, null),
  fc.jsonValue(),
);
type Forgery = { by: Source; data: unknown; port: boolean } | { by: 'origin'; origin: string; data: unknown };
const forgery: fc.Arbitrary<Forgery> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ by: fc.constantFrom(...wrongSources), data, port: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ by: fc.constant('origin' as const), origin: forgedOrigin, data }) },
);

startAnew();

let view: FlorinIframe;
let asks: unknown[];
let errors: unknown[];
let windows: Record<Exclude<Source, 'nobody'>, Window | null>;
const noteError = ({ message }: ErrorEvent) => errors.push(message);
const frame = () => view.shadowRoot?.querySelector('iframe') as HTMLIFrameElement;
const own = () => frame().contentWindow as Window;

async function opens(name: string): Promise<void> {
  view.action = { type: 'iframe', url: pageOf(name), origin: location.origin };
  await settled(view);
  await vi.waitFor(() => expect(own().location.href).toBe(pageOf(name)));
  await vi.waitFor(() => expect(seen(view)).not.toContain('Loading the payment…'));
}

beforeEach(async () => {
  errors = [];
  window.addEventListener('error', noteError);
  view = document.createElement('florin-iframe');
  asks = heard(view, 'florin-refresh');
  view.messages = run.english;
  document.body.append(view);
  await opens('earlier');
  const before = own();
  await opens('now');
  const { document: inside } = own();
  windows = {
    frame: document.body.appendChild(document.createElement('iframe')).contentWindow,
    nested: inside.documentElement.appendChild(inside.createElement('iframe')).contentWindow,
    window: open('about:blank'),
    page: window,
    earlier: before,
  };
  // What is asked again after a while is asked at once, when this test says so.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  window.removeEventListener('error', noteError);
  windows.window?.close();
});

async function play(forged: Forgery): Promise<void> {
  const { origin } = location;
  const made = (source: Window | null, from: string) =>
    dispatchEvent(new MessageEvent('message', { source, origin: from, data: forged.data }));
  if (forged.by === 'origin') made(own(), forged.origin);
  else if (forged.by === 'nobody') made(null, origin);
  // Its frame is gone: a message from it can only have been under way.
  else if (forged.by === 'earlier') made(windows.earlier, origin);
  else await postFrom(windows[forged.by], forged.data, forged.port ? [new MessageChannel().port1] : []);
  vi.advanceTimersByTime(5_000);
  await settled(view);
}

it(`asks nobody for ${FORGERIES} messages of anybody else, before the frame’s own and after (seed ${SEED})`, async () => {
  const looks = () => [seen(view), view.shadowRoot?.innerHTML, view.getAttributeNames()];
  const asBefore = looks();
  const messages = fc.sample(forgery, { seed: SEED, numRuns: FORGERIES });
  for (const forged of messages) {
    await play(forged);
    const by = fc.stringify(forged);
    expect({ by, asks, errors, looks: looks() }).toEqual({ by, asks: [], errors: [], looks: asBefore });
  }
  await postFrom(own(), 'done');
  expect(asks).toHaveLength(1);
  for (const forged of messages.slice(0, 40)) await play(forged);
  expect([asks.length, errors]).toEqual([1, []]);
});
