import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BASE, openCheckout, openTestStore } from '../checkout.fixture.js';
import { attempt } from '../scripted-gateway.fixture.js';
import type { IntentStore } from '../store/intent-store.js';
import { bridgeScript } from './bridge-script.js';
import { PageWindow, scriptOf } from './page-script.fixture.js';

const NONCE = '0123456789abcdef';

describe('the bridge page', () => {
  let store: IntentStore;
  beforeAll(async () => void (store = await openTestStore()));
  afterAll(() => store.close());

  const open = async (options: object, nonce = NONCE) => {
    const { server } = await openCheckout(store, options);
    return server.fetch(new Request(`${BASE}/three-ds/${nonce}/bridge`));
  };

  it('is held by the shop’s pages alone, and may hold and post to the web', async () => {
    const response = await open({ challengeBridge: true, origins: ['https://pay.example'] });
    const html = await response.text();
    const { nonce, source } = scriptOf(html);
    expect(response.headers.get('Content-Security-Policy')).toBe(
      `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; base-uri 'none'; ` +
        'frame-src https: http:; form-action https: http:; frame-ancestors https://shop.example https://pay.example',
    );
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('Referrer-Policy')).toBe('origin');
    expect(source).toContain(
      JSON.stringify({ nonce: NONCE, targets: ['https://shop.example', 'https://pay.example'] }),
    );
  });

  it.each([
    ['it is not turned on', {}, NONCE],
    ['the nonce is none', { challengeBridge: true }, '%3Cscript%3E'],
  ])('is not there when %s', async (_, options, nonce) => {
    expect((await open(options, nonce)).status).toBe(404);
  });

  it.each(['three_ds_challenge', 'three_ds_method'] as const)(
    'stands in the %s of a server that has it',
    async (type) => {
      const page = { url: 'https://acs.example/', params: {}, notification_origin: '', nonce: '' };
      const extra = type === 'three_ds_method' ? { server_trans_id: 't', timeout_ms: 1000 } : {};
      const next_action = { type, ...page, ...extra } as never;
      for (const challengeBridge of [true, false]) {
        const { gateway, pay, id } = await openCheckout(store, { challengeBridge });
        gateway.starting = attempt({ status: 'action_required', next_action });
        const { body } = await pay();
        const nonce = (await store.find(id))?.attempts[0]?.nonce;
        expect(body.active_attempt?.next_action).toEqual({
          type,
          ...page,
          ...extra,
          notification_origin: 'https://shop.example',
          nonce,
          ...(challengeBridge && { bridge_url: `${BASE}/three-ds/${nonce}/bridge` }),
        });
      }
    },
  );
});

describe('its script', () => {
  interface Element {
    tag: string;
    name?: string;
    children: Element[];
    append(...children: Element[]): void;
    [property: string]: unknown;
  }

  /** Just enough of a document to see what is put into it. */
  class Bridge extends PageWindow {
    readonly shop = 'https://pay.example';
    readonly issuer = { called: 'the issuer’s window' };
    readonly body: Element = this.#element('body');
    readonly sent: Element[] = [];
    readonly document = { title: '', body: this.body, createElement: (tag: string) => this.#element(tag) };
    #listener: (event: object) => void = () => {};

    constructor(isFramed = true) {
      super();
      const form = { submit: Function.prototype };
      const { sent } = this;
      form.submit = function (this: Element) {
        sent.push(this);
      };
      this.run(
        bridgeScript,
        { nonce: NONCE, targets: ['https://shop.example', this.shop] },
        {
          isFramed,
          document: this.document,
          HTMLFormElement: { prototype: form },
          addEventListener: (_: string, listener: (event: object) => void) => void (this.#listener = listener),
        },
      );
    }

    hear(event: object): void {
      this.#listener(event);
    }

    #element(tag: string): Element {
      const children: Element[] = [];
      return {
        tag,
        children,
        append: (...more) => void children.push(...more),
        ...(tag === 'iframe' && { contentWindow: this.issuer }),
      };
    }
  }

  const order = {
    type: 'florin:bridge',
    nonce: NONCE,
    url: 'https://acs.example/challenge',
    params: { creq: 'eyJ9', submit: 'x', append: 'y' },
    title: 'Your bank',
  };
  const ask = (bridge: Bridge, data: unknown = order) =>
    bridge.hear({ source: bridge.parent, origin: bridge.shop, data });
  const end = { type: 'florin:three-ds', nonce: NONCE };

  let bridge: Bridge;
  beforeEach(() => void (bridge = new Bridge()));

  it('says that it is there, to the shop’s pages', () => {
    const message = { type: 'florin:bridge-ready', nonce: NONCE };
    expect(bridge.posted).toEqual(['https://shop.example', bridge.shop].map((target) => ({ message, target })));
  });

  it('posts what it is told into a frame with a title, once', () => {
    ask(bridge);
    ask(bridge, { ...order, url: 'https://other.example/' });
    expect(bridge.body.children.map(({ tag }) => tag)).toEqual(['iframe', 'form']);
    const [frame, form] = bridge.body.children;
    expect(frame).toMatchObject({ title: 'Your bank', allow: 'payment *; publickey-credentials-get *' });
    expect(form).toMatchObject({ method: 'post', action: order.url, target: frame?.name });
    expect(form?.children.map(({ name, value, type }) => [type, name, value])).toEqual([
      ['hidden', 'creq', 'eyJ9'],
      ['hidden', 'submit', 'x'],
      ['hidden', 'append', 'y'],
    ]);
    expect(bridge.sent).toEqual([form]);
  });

  it('passes the end on to the page that asked', () => {
    ask(bridge);
    bridge.posted.length = 0;
    bridge.hear({ source: bridge.issuer, origin: 'https://shop.example', data: { ...end, more: 'x' } });
    expect(bridge.posted).toEqual([{ message: end, target: bridge.shop }]);
  });

  it.each<[string, object]>([
    ['another nonce', { data: { ...order, nonce: 'fedcba9876543210' } }],
    ['another origin', { origin: 'https://evil.example' }],
    ['another window', { source: {} }],
    ['no window', { source: null }],
    ['an address that is run', { data: { ...order, url: 'javascript:alert(1)' } }],
    ['an address of data', { data: { ...order, url: 'data:text/html,x' } }],
    ['no address', { data: { ...order, url: '/challenge' } }],
    ['fields that are none', { data: { ...order, params: { creq: {} } } }],
    ['no fields', { data: { ...order, params: null } }],
    ['no title', { data: { ...order, title: undefined } }],
    ['text', { data: JSON.stringify(order) }],
    ['nothing', { data: null }],
  ])('does nothing for %s', (_, wrong) => {
    bridge.hear({ source: bridge.parent, origin: bridge.shop, data: order, ...wrong });
    expect(bridge.body.children).toEqual([]);
    ask(bridge);
    expect(bridge.sent).toHaveLength(1);
  });

  it('passes nothing on that is forged: another window, origin, nonce or type', () => {
    ask(bridge);
    bridge.posted.length = 0;
    const wrong = <Value>(right: Value, ...others: unknown[]) =>
      fc.oneof(fc.constant<unknown>(right), fc.constantFrom(...others), fc.anything());
    const forged = fc
      .record({
        source: wrong(bridge.issuer, bridge.parent, null, {}),
        origin: wrong('https://shop.example', 'https://acs.example', 'null', '', 'https://shop.example.evil'),
        data: fc.oneof(
          fc.anything(),
          fc.record({
            type: wrong(end.type, 'florin:bridge', 'florin:bridge-ready'),
            nonce: wrong(NONCE, '', `${NONCE}0`),
          }),
        ),
      })
      .filter(({ source, origin, data }) => {
        const { type, nonce } = (data ?? {}) as Record<string, unknown>;
        const isRight = source === bridge.issuer && origin === 'https://shop.example';
        return !(isRight && type === end.type && nonce === NONCE);
      });
    fc.assert(
      fc.property(forged, (event) => {
        bridge.hear(event);
        return bridge.posted.length === 0 && bridge.sent.length === 1;
      }),
      { numRuns: 500 },
    );
  });

  it('outside a frame does nothing at all', () => {
    const alone = new Bridge(false);
    ask(alone);
    expect([alone.posted, alone.sent]).toEqual([[], []]);
  });
});
