import { beforeEach, describe, expect, it, vi } from 'vitest';
import { challengeOf } from '../checkout/intent.fixture.js';
import { settled } from '../checkout/place.fixture.js';
import { end, frame, interceptPosts, open, postFrom, run, startAnew } from './challenge.fixture.js';
import { NOTIFICATION } from './frame-message.js';

startAnew();

describe('a message', () => {
  beforeEach(interceptPosts);

  it('of this frame, this origin and this challenge ends it, once', async () => {
    await open();
    await postFrom(frame().contentWindow, end());
    await postFrom(frame().contentWindow, end());
    expect(run.answers).toEqual([{ three_ds_challenge: 'done' }]);
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
    expect(run.answers).toEqual([]);
  });

  it('of another origin ends nothing', async () => {
    await open({ notification_origin: 'https://shop.example' });
    await postFrom(frame().contentWindow, end());
    expect(run.answers).toEqual([]);
  });

  it('of another challenge, or about something else, ends nothing', async () => {
    await open();
    const forged = [end('n-0'), end(''), { type: NOTIFICATION }, { nonce: 'n-1' }, 'n-1', null, [NOTIFICATION]];
    for (const data of forged) await postFrom(frame().contentWindow, data);
    expect(run.answers).toEqual([]);
    await postFrom(frame().contentWindow, end());
    expect(run.answers).toHaveLength(1);
  });

  it('of an earlier challenge ends nothing once there is another one', async () => {
    await open();
    run.challenge.action = challengeOf({ nonce: 'n-2' });
    await settled(run.challenge);
    await postFrom(frame().contentWindow, end('n-1'));
    expect(run.answers).toEqual([]);
    await postFrom(frame().contentWindow, end('n-2'));
    expect(run.answers).toEqual([{ three_ds_challenge: 'done' }]);
  });

  it('is not listened for once the element is gone', async () => {
    const add = vi.spyOn(window, 'addEventListener');
    const remove = vi.spyOn(window, 'removeEventListener');
    await open();
    run.challenge.remove();
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
  expect(run.answers).toEqual([]);
  run.challenge.remove();
  await open({ url, notification_origin: 'null' });
  await arrived();
  expect(run.answers).toEqual([{ three_ds_challenge: 'done' }]);
});
