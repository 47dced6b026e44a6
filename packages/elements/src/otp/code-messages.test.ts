import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settled } from '../checkout/place.fixture.js';
import { asked, inSeconds } from './otp.fixture.js';

interface Request {
  options: { otp: { transport: string[] }; signal: AbortSignal };
  deliver(code: string): void;
  refuse(): void;
}

const the = asked();
let requests: Request[];

const open = () => requests.filter(({ options }) => !options.signal.aborted).length;

beforeEach(() => {
  requests = [];
  vi.stubGlobal('OTPCredential', vi.fn());
  vi.spyOn(navigator.credentials, 'get').mockImplementation(
    (options) =>
      new Promise((resolve, reject) => {
        const { signal } = options as { signal: AbortSignal };
        const refuse = () => reject(new DOMException('', 'AbortError'));
        signal.addEventListener('abort', refuse);
        const deliver = (code: string) => resolve({ code } as unknown as Credential);
        requests.push({ options: options as unknown as Request['options'], deliver, refuse });
      }),
  );
});

afterEach(async () => {
  document.body.replaceChildren();
  await vi.waitUntil(() => open() === 0, { timeout: 10_000 });
  vi.restoreAllMocks();
});

describe('a code in a text message', () => {
  it('of the known length confirms by itself', async () => {
    await the.ask({ length: 6, channel: 'sms' });
    await expect.poll(open).toBe(1);
    expect(requests[0]?.options.otp).toEqual({ transport: ['sms'] });
    requests[0]?.deliver('123456');
    await expect.poll(() => the.answers).toEqual([{ otp: '123456' }]);
  });

  it('of unknown length is filled in and waits', async () => {
    await the.ask();
    await expect.poll(open).toBe(1);
    requests[0]?.deliver('123456');
    await expect.poll(() => the.input.value).toBe('123456');
    expect(the.answers).toEqual([]);
  });

  it('is asked for again after a wrong one', async () => {
    await the.ask({ length: 6 });
    await expect.poll(open).toBe(1);
    requests[0]?.deliver('123456');
    await expect.poll(() => the.answers).toHaveLength(1);
    await the.comesBack({ length: 6 });
    await expect.poll(() => requests.length).toBe(2);
    expect(open()).toBe(1);
  });

  it('that is not let in is no matter', async () => {
    await the.ask({ length: 6 });
    await expect.poll(open).toBe(1);
    requests[0]?.refuse();
    await the.type('123456{Enter}');
    expect(the.answers).toEqual([{ otp: '123456' }]);
    expect(the.alert).toHaveTextContent('');
  });
});

describe('is waited for no longer', () => {
  beforeEach(async () => {
    await the.ask({ length: 6, expires_at: inSeconds(10) });
    await vi.waitUntil(() => open() === 1, { timeout: 10_000 });
  });

  it('once a code is on its way to the bank', async () => {
    await the.type('123456{Enter}');
    await the.goBusy();
    expect(open()).toBe(0);
  });

  it('when something else is asked for', async () => {
    the.otp.action = null;
    await settled(the.otp);
    expect(open()).toBe(0);
  });

  it('when the view is taken out; put back, it waits again', async () => {
    const { otp } = the;
    otp.remove();
    expect(open()).toBe(0);
    document.body.append(otp);
    await expect.poll(open).toBe(1);
  });

  it('when the code has expired', async () => {
    await the.pass(11);
    expect(open()).toBe(0);
  });
});

it.each([{ channel: 'email' }, { channel: 'app' }, { channel: 'call' }, { dial_code: '*1#' }] as const)(
  'is not waited for where none will come: %j',
  async (action) => {
    await the.ask({ length: 6, ...action });
    await settled(the.otp);
    expect(requests).toEqual([]);
  },
);

it('is asked for by one view of a page at a time', async () => {
  await the.ask({ length: 6 });
  const { otp: first } = the;
  await the.ask({ length: 6 });
  await expect.poll(open).toBe(1);
  first.remove();
  await expect.poll(() => requests.length).toBe(2);
  expect(open()).toBe(1);
});

it('is no matter where the browser does not know of it', async () => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(window, 'OTPCredential');
  await the.ask({ length: 6 });
  await settled(the.otp);
  expect(requests).toEqual([]);
});
