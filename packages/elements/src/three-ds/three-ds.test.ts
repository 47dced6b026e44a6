import { beforeEach, describe, expect, it, vi } from 'vitest';
import { asked, ScriptedCheckout } from '../checkout/checkout.fixture.js';
import { challengeOf } from '../checkout/intent.fixture.js';
import { focused, inside, place, seen, settled } from '../checkout/place.fixture.js';
import { button, comeBack, end, frame, interceptPosts, open, postFrom, run, startAnew } from './challenge.fixture.js';

const START = Date.parse('2026-11-21T10:00:00Z');

startAnew();

describe('what lies over the bank’s page', () => {
  const lies = () => {
    const { left, top, width, height } = frame().getBoundingClientRect();
    return run.challenge.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2)?.textContent?.trim();
  };

  it('is that it gets ready, until it is there, and then that the answer is checked', async () => {
    interceptPosts();
    await open();
    expect(lies()).toBe('Your bank is getting ready…');
    frame().dispatchEvent(new Event('load'));
    await settled(run.challenge);
    expect(lies()).toBe('');
    run.challenge.busy = true;
    await settled(run.challenge);
    expect(lies()).toBe('Checking the answer…');
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
    expect(run.answers).toEqual([]);
    pass(1000);
    expect(run.answers).toEqual([{ three_ds_challenge: 'timeout' }]);
    expect(run.said).toContain(run.english['three_ds.timeout']);
    pass(600_000);
    expect(run.answers).toHaveLength(1);
  });

  it.each([undefined, new Date(START + 86_400_000).toISOString()])('is ten minutes at most: %s', async (expires_at) => {
    await open({ ...(expires_at && { expires_at }) }, { serverNow });
    pass(599_000);
    expect(run.answers).toEqual([]);
    pass(1000);
    expect(run.answers).toEqual([{ three_ds_challenge: 'timeout' }]);
  });

  it('runs on while the computer sleeps', async () => {
    await open({}, { serverNow });
    now += 3_600_000;
    vi.advanceTimersByTime(1000);
    expect(run.answers).toEqual([{ three_ds_challenge: 'timeout' }]);
  });

  it('may be set anew by the backend', async () => {
    await open({ expires_at: new Date(START + 60_000).toISOString() }, { serverNow });
    run.challenge.action = challengeOf({ expires_at: new Date(START + 120_000).toISOString() });
    await settled(run.challenge);
    pass(119_000);
    expect(run.answers).toEqual([]);
    pass(1000);
    expect(run.answers).toEqual([{ three_ds_challenge: 'timeout' }]);
  });

  it('is ten minutes where what was said is no time', async () => {
    await open({ expires_at: 'soon' }, { serverNow });
    pass(600_000);
    expect(run.answers).toEqual([{ three_ds_challenge: 'timeout' }]);
  });

  it('that is over is said in the place of the bank’s page, and a late end is still told', async () => {
    const expires_at = new Date(START + 60_000).toISOString();
    await open({ expires_at }, { serverNow });
    pass(60_000);
    await comeBack({ expires_at });
    expect(seen(run.challenge)).toContain(run.english['three_ds.timeout']);
    await postFrom(frame().contentWindow, end());
    expect(run.answers).toEqual([{ three_ds_challenge: 'timeout' }, { three_ds_challenge: 'done' }]);
  });

  it.each([null, 'rate_limited'])('goes on where only the page’s clock had jumped ahead: %s', async (problem) => {
    const expires_at = new Date(START + 300_000).toISOString();
    await open({ expires_at }, { serverNow });
    now += 3_600_000;
    vi.advanceTimersByTime(1000);
    expect(run.answers).toEqual([{ three_ds_challenge: 'timeout' }]);
    // The backend's answer sets the clock right.
    now -= 3_600_000;
    await comeBack({ expires_at }, problem);
    expect(seen(run.challenge)).not.toContain(run.english['three_ds.timeout']);
    expect(run.posts).toHaveLength(1);
    pass(299_000);
    expect(run.answers).toHaveLength(1);
    pass(1000);
    expect(run.answers).toEqual([{ three_ds_challenge: 'timeout' }, { three_ds_challenge: 'timeout' }]);
    await comeBack({ expires_at });
    await postFrom(frame().contentWindow, end());
    expect(run.answers.at(-1)).toEqual({ three_ds_challenge: 'done' });
  });

  it('has run out already', async () => {
    await open({ expires_at: new Date(START - 1).toISOString() }, { serverNow });
    expect(run.answers).toEqual([{ three_ds_challenge: 'timeout' }]);
  });

  it('is not waited for once the challenge has ended, or is gone', async () => {
    await open({}, { serverNow });
    button('Cancel').click();
    await settled(run.challenge);
    button('Stop').click();
    pass(600_000);
    expect(run.answers).toEqual([{ three_ds_challenge: 'abandoned' }]);
    run.challenge.remove();
    expect(vi.getTimerCount()).toBe(0);
  });
});

it('leads to its heading, and may be asked to before it is in the page', async () => {
  expect(() => document.createElement('florin-three-ds').focus()).not.toThrow();
  interceptPosts();
  await open();
  run.challenge.focus();
  expect(focused()).toBe(inside(run.challenge).getByRole('heading'));
});

it('lets the bank use passkeys, and no more', async () => {
  interceptPosts();
  await open();
  expect(frame().allow).toBe('payment *; publickey-credentials-get *');
  expect(frame().hasAttribute('sandbox')).toBe(false);
});

it('that has ended has nothing more to ask: its page is covered, and can still be stopped', async () => {
  interceptPosts();
  await open();
  await postFrom(frame().contentWindow, end());
  await comeBack();
  expect(seen(run.challenge)).toContain('Checking the answer…');
  button('Cancel').click();
  await settled(run.challenge);
  button('Stop').click();
  await comeBack();
  expect(run.answers).toEqual([{ three_ds_challenge: 'done' }, { three_ds_challenge: 'abandoned' }]);
  expect(seen(run.challenge)).toContain('Checking the answer…');
});

describe('an end that was refused', () => {
  beforeEach(async () => {
    interceptPosts();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await open();
    await postFrom(frame().contentWindow, end());
  });
  const done = { three_ds_challenge: 'done' };

  it('is told again twice, and then no more', async () => {
    await comeBack({}, 'rate_limited');
    vi.advanceTimersByTime(1999);
    expect(run.answers).toEqual([done]);
    vi.advanceTimersByTime(1);
    expect(run.answers).toEqual([done, done]);
    for (const _ of [1, 2, 3, 4]) {
      await comeBack({}, 'rate_limited');
      vi.advanceTimersByTime(600_000);
    }
    expect(run.answers).toEqual([done, done, done]);
  });

  it('is not told again once the customer stops, the challenge is another, or the view is gone', async () => {
    await comeBack({}, 'rate_limited');
    button('Cancel').click();
    await settled(run.challenge);
    button('Stop').click();
    vi.advanceTimersByTime(600_000);
    expect(run.answers).toEqual([done, { three_ds_challenge: 'abandoned' }]);
    await comeBack({ nonce: 'n-2' });
    await postFrom(frame().contentWindow, end('n-2'));
    await comeBack({ nonce: 'n-2' }, 'rate_limited');
    run.challenge.remove();
    vi.advanceTimersByTime(600_000);
    expect(run.answers).toHaveLength(3);
  });

  it('is not told again when it was taken', async () => {
    await comeBack();
    vi.advanceTimersByTime(600_000);
    expect(run.answers).toEqual([done]);
  });
});

it('works alone on a page, with a headless checkout', async () => {
  interceptPosts();
  const scripted = new ScriptedCheckout(asked(challengeOf()));
  const challenge = await place('florin-three-ds', { checkout: scripted, locale: 'en' });
  await expect.poll(() => run.posts).toHaveLength(1);
  run.challenge = challenge;
  expect(inside(challenge).getByRole('status')).toHaveTextContent(run.english['three_ds.opened']);
  await postFrom(frame().contentWindow, end());
  expect(scripted.callsOf('confirm')).toEqual([[{ three_ds_challenge: 'done' }]]);
  scripted.tell({ phase: 'processing', action: null });
  await settled(challenge);
  expect(seen(challenge)).toBe('');
  expect(inside(challenge).queryByTitle('Your bank’s confirmation page')).toBeNull();
});
