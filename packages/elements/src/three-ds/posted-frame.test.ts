import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { challengeOf } from '../checkout/intent.fixture.js';
import { place, seen, settled } from '../checkout/place.fixture.js';
import { button, comeBack, end, frame, interceptPosts, open, postFrom, run, startAnew } from './challenge.fixture.js';

async function ready(): Promise<void> {
  await expect.poll(() => seen(run.challenge)).not.toContain('Your bank is getting ready…');
}

startAnew();

describe('the post', () => {
  beforeEach(interceptPosts);

  it('carries the params as given into its own frame', async () => {
    const params = { PaReq: 'a+b/c==', MD: 'é "quoted" <b>', TermUrl: 'https://shop.example/back?a=1&b=2' };
    await open({ url: 'https://acs.example/challenge', params });
    expect(run.posts).toEqual([{ url: 'https://acs.example/challenge', target: frame().name, method: 'post', params }]);
    expect(frame().name).toBe('florin-challenge-n-1');
  });

  it('is made once for each challenge, however often it is read', async () => {
    await open();
    for (const version of [1, 2, 3]) {
      run.challenge.action = challengeOf({ params: { creq: `later-${version}` } });
      await settled(run.challenge);
    }
    expect(run.posts).toHaveLength(1);
    run.challenge.action = challengeOf({ nonce: 'n-2', params: { creq: 'second' } });
    await settled(run.challenge);
    expect(run.posts.map(({ target, params }) => [target, params['creq']])).toEqual([
      ['florin-challenge-n-1', 'eyJhIjoxfQ'],
      ['florin-challenge-n-2', 'second'],
    ]);
    expect(run.said).toEqual([run.english['three_ds.opened'], run.english['three_ds.opened']]);
  });

  it('of a second challenge under the same nonce is made once the first was told and taken, in a frame of its own', async () => {
    await open();
    const first = frame();
    await postFrom(first.contentWindow, end());
    const second = { params: { creq: 'second', b: '2' } };
    run.challenge.action = challengeOf(second);
    await settled(run.challenge);
    expect(run.posts).toHaveLength(1);
    await comeBack(second);
    expect(run.posts.map(({ params }) => params['creq'])).toEqual(['eyJhIjoxfQ', 'second']);
    expect(frame()).not.toBe(first);
    expect(seen(run.challenge)).not.toContain('Checking the answer…');
    await comeBack({ params: { b: '2', creq: 'second' } });
    expect(run.posts).toHaveLength(2);
    await postFrom(frame().contentWindow, end());
    expect(run.answers).toEqual([{ three_ds_challenge: 'done' }, { three_ds_challenge: 'done' }]);
  });

  it('is not made again for the same one, nor for another while the end of the first is not taken', async () => {
    await open();
    await postFrom(frame().contentWindow, end());
    await comeBack({ params: { creq: 'second' } }, 'unavailable');
    await comeBack();
    expect(run.posts).toHaveLength(1);
  });

  it('waits for the words', async () => {
    await open({}, { messages: null, locale: 'en' });
    expect(run.posts).toEqual([]);
    run.challenge.messages = run.english;
    await settled(run.challenge);
    expect(run.posts).toHaveLength(1);
  });

  it('of a challenge without a nonce is made once for the same thing', async () => {
    await open({ nonce: '' });
    for (const creq of ['eyJhIjoxfQ', 'second', 'second']) {
      run.challenge.action = challengeOf({ nonce: '', params: { creq } });
      await settled(run.challenge);
    }
    expect(run.posts.map(({ params }) => params['creq'])).toEqual(['eyJhIjoxfQ', 'second']);
  });

  it('is made of any names, even those of a form’s own', async () => {
    const params = { submit: 'a', action: 'b', target: 'c', method: 'd', append: 'e', remove: 'f', setAttribute: 'g' };
    await open({ params });
    expect(run.posts).toMatchObject([{ url: 'about:blank', target: frame().name, method: 'post', params }]);
    expect(run.challenge.shadowRoot?.querySelector('form')).toBeNull();
  });

  it.each(['javascript:alert(1)', ' JavaScript:alert(1)', 'java\nscript:alert(1)', '', ' ', 'https://'])(
    'is not made to %j',
    async (url) => {
      await open({ url });
      expect(run.posts).toEqual([]);
    },
  );
});

it('really goes into the frame, which then stands there without the waiting words', async () => {
  await open({ url: 'data:text/html,<h1>Bank</h1>' });
  expect(seen(run.challenge)).toContain('Your bank is getting ready…');
  await ready();
  // Its page is of another origin now.
  expect(frame().contentDocument).toBeNull();
});

it('moved in the page it begins anew: a frame that was taken out has lost its page', async () => {
  interceptPosts();
  await open();
  const elsewhere = await place('div');
  elsewhere.append(run.challenge);
  await settled(run.challenge);
  expect(run.posts).toHaveLength(2);
  await postFrom(frame().contentWindow, end());
  expect(run.answers).toEqual([{ three_ds_challenge: 'done' }]);
});

it('is a fresh frame for each challenge, and leaves nothing in the history of the page', async () => {
  const { length } = history;
  await open({ url: 'data:text/html,<h1>Bank</h1>' });
  await ready();
  const first = frame();
  run.challenge.action = challengeOf({ nonce: 'n-2', url: 'data:text/html,<h1>Another page</h1>' });
  await settled(run.challenge);
  expect(seen(run.challenge)).toContain('Your bank is getting ready…');
  await ready();
  expect(frame()).not.toBe(first);
  expect(first.isConnected).toBe(false);
  run.challenge.action = challengeOf({ nonce: 'n-3', bridge_url: bridge({ nonce: 'n-3' }) });
  await settled(run.challenge);
  await ready();
  expect(history).toHaveLength(length);
});

describe('a bridge', () => {
  const url = 'https://acs.example/challenge';
  const params = { creq: 'eyJhIjoxfQ', submit: 'x' };
  const told = { type: 'florin:bridge', nonce: 'n-1', url, params, title: 'Your bank’s confirmation page' };
  let orders: unknown[];
  const note = ({ data }: MessageEvent) => data.order && orders.push(data.order);

  /** What the bridge has been told: it hands one thing back after the other. */
  async function allOrders(): Promise<unknown[]> {
    frame().contentWindow?.postMessage('the last one', '*');
    await expect.poll(() => orders.at(-1)).toBe('the last one');
    return orders.slice(0, -1);
  }

  beforeEach(() => {
    interceptPosts();
    orders = [];
    window.addEventListener('message', note);
  });

  afterEach(() => window.removeEventListener('message', note));

  it('is told what to post once it is ready, and passes the end on', async () => {
    await open({ url, params, bridge_url: bridge() });
    await expect.poll(() => orders).toEqual([told]);
    expect(run.posts).toEqual([]);
    expect(frame().allow).toBe('payment *; publickey-credentials-get *');
    await postFrom(frame().contentWindow, end());
    expect(run.answers).toEqual([{ three_ds_challenge: 'done' }]);
  });

  it('is told once, however often it asks', async () => {
    await open({ url, params, bridge_url: bridge() });
    await expect.poll(() => orders).toHaveLength(1);
    await postFrom(frame().contentWindow, { type: 'florin:bridge-ready', nonce: 'n-1' });
    expect(await allOrders()).toEqual([told]);
  });

  describe('that does not come', () => {
    const silent = () => URL.createObjectURL(new Blob(['silence'], { type: 'text/html' }));
    const block = (blockedURI: string, effectiveDirective = 'frame-src') => {
      const details = {
        documentURI: location.href,
        originalPolicy: '',
        violatedDirective: '',
        disposition: 'enforce',
      } as const;
      const violation = { ...details, blockedURI, effectiveDirective, statusCode: 200 };
      document.dispatchEvent(new SecurityPolicyViolationEvent('securitypolicyviolation', violation));
      return settled(run.challenge);
    };
    let first: HTMLIFrameElement;

    beforeEach(async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      await open({ url, params, bridge_url: silent() });
      first = frame();
      vi.advanceTimersByTime(4999);
      await settled(run.challenge);
    });

    async function giveUp(): Promise<void> {
      vi.advanceTimersByTime(1);
      vi.useRealTimers();
      await settled(run.challenge);
    }

    it('is given up after five seconds: the page posts by itself, into a fresh frame', async () => {
      const late = first.contentWindow as Window;
      expect(run.posts).toEqual([]);
      await giveUp();
      expect(run.posts).toMatchObject([{ url, params, target: 'florin-challenge-n-1' }]);
      expect(frame()).not.toBe(first);
      expect(frame().hasAttribute('src')).toBe(false);
      const told = vi.spyOn(frame().contentWindow as Window, 'postMessage');
      const data = { type: 'florin:bridge-ready', nonce: 'n-1' };
      for (const source of [late, frame().contentWindow])
        dispatchEvent(new MessageEvent('message', { source, origin: location.origin, data }));
      await settled(run.challenge);
      expect([run.posts.length, told.mock.calls]).toEqual([1, []]);
      await postFrom(frame().contentWindow, end());
      expect(run.answers).toEqual([{ three_ds_challenge: 'done' }]);
    });

    it('is not given up any more once it has come', async () => {
      await postFrom(first.contentWindow, { type: 'florin:bridge-ready', nonce: 'n-1' });
      await giveUp();
      expect(run.posts).toEqual([]);
      expect(frame()).toBe(first);
    });

    it('is given up by nobody once the challenge is not asked for any more', async () => {
      run.challenge.action = null;
      await settled(run.challenge);
      expect(vi.getTimerCount()).toBe(0);
    });

    it('and what the page’s own policy keeps out then, is said, and can be stopped', async () => {
      const words = run.english['three_ds.blocked'];
      await block('https://acs.example/challenge');
      expect(seen(run.challenge)).not.toContain(words);
      await giveUp();
      await block('https://ads.example/');
      await block('https://acs.example/challenge', 'img-src');
      expect(seen(run.challenge)).not.toContain(words);
      await block('https://acs.example/challenge', 'form-action');
      await block('https://acs.example/challenge');
      expect(seen(run.challenge)).toContain(words);
      expect(run.said.filter((each) => each === words)).toHaveLength(1);
      button('Cancel').click();
      await settled(run.challenge);
      button('Stop').click();
      expect(run.answers).toEqual([{ three_ds_challenge: 'abandoned' }]);
    });
  });

  it('of another nonce is told nothing', async () => {
    await open({ url, params, bridge_url: bridge({ nonce: 'n-0' }) });
    await new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
    expect(await allOrders()).toEqual([]);
  });

  it('is told of no script', async () => {
    await open({ url: 'javascript:alert(1)', bridge_url: bridge() });
    await new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
    expect(await allOrders()).toEqual([]);
  });

  it.each([
    ['of another origin', 'https://other.example/bridge', location.origin],
    ['that is a script', 'javascript:alert(1)', 'null'],
    ['that is no address', 'https://', location.origin],
  ])('%s is none: the page posts by itself', async (_, bridge_url, notification_origin) => {
    await open({ url, bridge_url, notification_origin });
    expect(frame().hasAttribute('src')).toBe(false);
    expect(run.posts).toMatchObject([{ url }]);
  });
});

/** A page of this origin that behaves as the backend's bridge does, and hands back what it is told. */
function bridge({ nonce = 'n-1' } = {}): string {
  const script = `addEventListener('message', ({ source, data }) => source === parent && parent.postMessage({ order: data }, '*'));
    parent.postMessage({ type: 'florin:bridge-ready', nonce: '${nonce}' }, '*');`;
  return URL.createObjectURL(new Blob([`<script>${script}</script>`], { type: 'text/html' }));
}
