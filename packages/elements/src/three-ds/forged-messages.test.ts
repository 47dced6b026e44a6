import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { challengeOf } from '../checkout/intent.fixture.js';
import { heard, seen, settled } from '../checkout/place.fixture.js';
import '../define/three-ds-method.js';
import { interceptPosts, postFrom, run, startAnew } from './challenge.fixture.js';
import { forgedOrigin } from './forged-origin.fixture.js';
import { BRIDGE_READY, NOTIFICATION } from './frame-message.js';

/** Said in the name of every test: with it a run can be repeated. */
const SEED = 20_261_121;
const FORGERIES = 200;
const nonce = '9f2c1e7a40d3';
const earlier = '1b7e2c0f95aa';

const blank = { type: 'three_ds_challenge', url: 'about:blank' } as const;
const bridge_url = URL.createObjectURL(new Blob([''], { type: 'text/html' }));
const methodOf = (overrides: object = {}) => ({
  ...challengeOf(),
  type: 'three_ds_method',
  server_trans_id: 't-1',
  timeout_ms: 30_000,
  ...overrides,
});
const paths = [
  ['the challenge', 'florin-three-ds', challengeOf(blank), [{ three_ds_challenge: 'done' }]],
  [
    'the challenge behind a bridge',
    'florin-three-ds',
    challengeOf({ ...blank, bridge_url }),
    [{ three_ds_challenge: 'done' }],
  ],
  ['the method', 'florin-three-ds-method', methodOf(), [{ three_ds_method: 'Y' }]],
  ['the method behind a bridge', 'florin-three-ds-method', methodOf({ bridge_url }), [{ three_ds_method: 'Y' }]],
] as const;

const truth = { type: NOTIFICATION, nonce };
const ready = { type: BRIDGE_READY, nonce };

/** A frame of the page, a frame in the right one, another window, the page itself, the challenge before this one. */
const wrongSources = ['frame', 'nested', 'window', 'page', 'earlier'] as const;
const forgedNonce = fc.oneof(
  fc.constantFrom<unknown>(earlier, '', nonce.slice(1), nonce.slice(0, -1), `${nonce} `, ` ${nonce}`, `${nonce}\0`),
  fc.constantFrom<unknown>(
    nonce.toUpperCase(),
    [nonce],
    [[nonce]],
    { 0: nonce },
    new String(nonce),
    null,
    undefined,
    0,
  ),
  fc.string().map((text) => nonce + text + '.'),
  fc.jsonValue(),
);
const forgedType = fc.oneof(
  fc.constantFrom<unknown>('', 'florin', NOTIFICATION.toUpperCase(), `${NOTIFICATION} `, [NOTIFICATION], undefined),
  fc.constantFrom<unknown>('florin:bridge', 'message', 'florin:three-ds-done', new String(NOTIFICATION), true),
  fc.string(),
);
/** What can be posted. */
const forgedData = fc.oneof(
  fc.record({ type: fc.constantFrom(NOTIFICATION, BRIDGE_READY), nonce: forgedNonce }),
  fc.record({ type: forgedType, nonce: fc.constant(nonce) }),
  fc.constantFrom<unknown>(null, undefined, nonce, NOTIFICATION, [NOTIFICATION, nonce], [truth], { data: truth }),
  fc.constantFrom<unknown>(JSON.stringify(truth), JSON.stringify(ready), new Map(Object.entries(truth)), new Date(0)),
  fc.constantFrom<unknown>({ type: NOTIFICATION }, { nonce }, { Type: NOTIFICATION, Nonce: nonce }, {}, []),
  fc.jsonValue(),
);
/** What cannot be posted, and a script of this page may still make up. */
const madeUp = fc.constantFrom<() => unknown>(
  () => Object.create(truth),
  () => Object.create({ ...ready }),
  () => ({
    type: NOTIFICATION,
    get nonce() {
      return nonce;
    },
  }),
  () => ({ type: NOTIFICATION, nonce: { toString: () => nonce, valueOf: () => nonce } }),
  () =>
    new Proxy(truth, {
      getOwnPropertyDescriptor: () => {
        throw new Error('seen');
      },
    }),
  () => new Proxy({}, { get: (_, name) => (name === 'nonce' ? nonce : NOTIFICATION) }),
  () => Object.assign(() => {}, truth),
  () => {
    throw new Error('data');
  },
);

type Forgery =
  | { by: (typeof wrongSources)[number] | 'right'; data: unknown; port: boolean }
  | { by: 'origin'; origin: string; data: unknown }
  | { by: 'made up'; data: () => unknown };

const forgery: fc.Arbitrary<Forgery> = fc.oneof(
  fc.record({
    by: fc.constantFrom(...wrongSources),
    data: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom<unknown>(truth, ready) },
      { weight: 1, arbitrary: forgedData },
    ),
    port: fc.boolean(),
  }),
  fc.record({ by: fc.constant('right' as const), data: forgedData, port: fc.boolean() }),
  fc.record({ by: fc.constant('origin' as const), origin: forgedOrigin, data: fc.constantFrom<unknown>(truth, ready) }),
  fc.record({ by: fc.constant('made up' as const), data: madeUp }),
);

startAnew();

describe.each(paths)('%s', (_, tag, action, ends) => {
  let view: HTMLElementTagNameMap[typeof tag];
  let answers: unknown[];
  let errors: unknown[];
  let told: unknown[];
  let windows: Record<(typeof wrongSources)[number], Window | null>;
  const noteError = ({ message }: ErrorEvent) => errors.push(message);
  const frame = () => view.shadowRoot?.querySelector('iframe') as HTMLIFrameElement;
  const own = () => frame().contentWindow as Window;

  beforeEach(async () => {
    interceptPosts();
    errors = [];
    told = [];
    window.addEventListener('error', noteError);
    view = document.createElement(tag);
    answers = heard(view, 'florin-answer');
    Object.assign(view, { messages: run.english, action: { ...action, nonce: earlier } });
    document.body.append(view);
    await settled(view);
    const before = frame().contentWindow;
    Object.assign(view, { action: { ...action, nonce } });
    await settled(view);
    // The empty bridge of this test has come: its window is another one's no more.
    if (frame().src) await new Promise((resolve) => frame().addEventListener('load', resolve, { once: true }));
    own().addEventListener('message', ({ data }) => told.push(data));
    windows = {
      frame: document.body.appendChild(document.createElement('iframe')).contentWindow,
      nested: own().document.documentElement.appendChild(own().document.createElement('iframe')).contentWindow,
      window: open('about:blank'),
      page: window,
      earlier: before,
    };
  });

  afterEach(() => {
    window.removeEventListener('error', noteError);
    windows.window?.close();
  });

  async function play(forged: Forgery): Promise<void> {
    const { origin } = location;
    if (forged.by === 'origin')
      dispatchEvent(new MessageEvent('message', { source: own(), origin: forged.origin, data: forged.data }));
    else if (forged.by === 'made up') {
      const event = new MessageEvent('message', { source: own(), origin });
      Object.defineProperty(event, 'data', { get: forged.data });
      dispatchEvent(event);
    } else if (forged.by === 'earlier')
      // Its frame is gone: a message from it can only have been under way.
      dispatchEvent(new MessageEvent('message', { source: windows.earlier, origin, data: forged.data }));
    else {
      const ports = forged.port ? [new MessageChannel().port1] : [];
      await postFrom(forged.by === 'right' ? own() : windows[forged.by], forged.data, ports);
    }
    await settled(view);
  }

  it(`is not moved by ${FORGERIES} forged messages, before its end and after (seed ${SEED})`, async () => {
    const looks = () => [seen(view), view.shadowRoot?.innerHTML, view.getAttributeNames()];
    const asBefore = looks();
    const nothing = { answers: [], told: [], errors: [] };
    const messages = fc.sample(forgery, { seed: SEED, numRuns: FORGERIES });
    for (const forged of messages) {
      await play(forged);
      const by = fc.stringify(forged);
      expect({ by, answers, told, errors, looks: looks() }).toEqual({ by, ...nothing, looks: asBefore });
    }
    await postFrom(own(), truth);
    expect(answers).toEqual(ends);
    for (const forged of messages.slice(0, 40)) await play(forged);
    await postFrom(own(), truth);
    expect([answers, errors]).toEqual([ends, []]);
  });
});
