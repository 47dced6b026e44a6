import type { ActionOf } from '@florin/contract';
import { directionOf, loadMessages, type Messages } from '@florin/locale';
import { initialState } from '@florin/core/payment';
import { encode } from 'uqr';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { asked, decisionOf, ScriptedCheckout } from '../checkout/checkout.fixture.js';
import { intentOf } from '../checkout/intent.fixture.js';
import { focused, heard, inside, place, seen, settled } from '../checkout/place.fixture.js';
import type { FlorinQr } from './qr.js';

const CONTENT = 'https://pay.example/q/pi_1?amount=4999';
const QUIET_ZONE = 4;

let english: Messages;

beforeAll(async () => {
  english = await loadMessages('en');
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function show(action: Partial<ActionOf<'qr'>>, properties: object = {}): Promise<FlorinQr> {
  return place('florin-qr', { messages: english, action: { type: 'qr', ...action }, ...properties });
}

const code = (qr: FlorinQr) => inside(qr).getByRole('img', { name: 'QR code to scan with your payment app' });

/** The modules as the browser draws them: whether the middle of each is dark. */
function drawnModules(svg: Element): boolean[][] {
  const size = Number(svg.getAttribute('viewBox')?.split(' ')[2]);
  const path = svg.querySelector('path') as SVGPathElement;
  const row = (y: number) => Array.from({ length: size }, (_, x) => path.isPointInFill(new DOMPoint(x + 0.5, y + 0.5)));
  return Array.from({ length: size }, (_, y) => row(y));
}

describe('the code', () => {
  it.each([CONTENT, '0', 'Ünïcødé ٤٢ 支払い', '0002010102122637'.repeat(20)])(
    'is that of its content: %s',
    async (content) => {
      const modules = drawnModules(code(await show({ content })));
      expect(modules).toEqual(encode(content, { ecc: 'M', border: QUIET_ZONE }).data);
    },
  );

  it('is another one for another content', async () => {
    const modules = drawnModules(code(await show({ content: CONTENT })));
    expect(modules).not.toEqual(encode(`${CONTENT}0`, { ecc: 'M', border: QUIET_ZONE }).data);
    const qr = await show({ content: 'first' });
    qr.action = { type: 'qr', content: 'second' };
    await settled(qr);
    expect(drawnModules(code(qr))).toEqual(encode('second', { ecc: 'M', border: QUIET_ZONE }).data);
  });

  it('has four modules of quiet on each side', async () => {
    const modules = drawnModules(code(await show({ content: CONTENT })));
    const { length } = modules;
    const isInside = (at: number) => at >= QUIET_ZONE && at < length - QUIET_ZONE;
    const around = modules.flatMap((row, y) => row.filter((_, x) => !isInside(x) || !isInside(y)));
    expect(around.some(Boolean)).toBe(false);
    expect([modules[QUIET_ZONE]?.[QUIET_ZONE], modules[QUIET_ZONE]?.[length - QUIET_ZONE - 1]]).toEqual([true, true]);
  });

  it.each(['light', 'dark'])('is dark on light when the page is %s', async (colorScheme) => {
    const qr = await show({ content: CONTENT });
    qr.style.colorScheme = colorScheme;
    const { backgroundColor, fill } = getComputedStyle(code(qr));
    expect([backgroundColor, fill]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  });

  it('is square and large enough to scan', async () => {
    const { width, height } = code(await show({ content: CONTENT })).getBoundingClientRect();
    expect(width).toBeCloseTo(height, 0);
    expect(width).toBeGreaterThan(200);
  });

  it('is the picture of the backend where there is no content', async () => {
    const image_url = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
    expect(code(await show({ image_url }))).toHaveAttribute('src', image_url);
  });

  it('has less correction where it would be too long otherwise', async () => {
    const content = 'x'.repeat(2600);
    const modules = drawnModules(code(await show({ content })));
    expect(modules).toEqual(encode(content, { ecc: 'L', border: QUIET_ZONE }).data);
  });

  it('that no code can hold can still be copied', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const content = 'x'.repeat(5000);
    const qr = await show({ content });
    expect(inside(qr).queryByRole('img')).toBeNull();
    expect(seen(qr)).toContain('The code cannot be shown here. Copy the code into your payment app.');
    await userEvent.click(inside(qr).getByRole('button', { name: 'Copy the code' }));
    expect(write).toHaveBeenCalledExactlyOnceWith(content);
    qr.action = { type: 'qr', content: CONTENT };
    await settled(qr);
    expect(code(qr)).toBeVisible();
  });

  it('whose picture cannot be fetched says so', async () => {
    const qr = await show({ image_url: 'data:image/gif;base64,AAAA' });
    const words = 'The code cannot be shown here. Use another card or another way to pay.';
    await expect.poll(() => seen(qr)).toContain(words);
    expect(inside(qr).queryByRole('img')).toBeNull();
    expect(seen(qr)).not.toContain('Waiting for your app');
    qr.action = { type: 'qr', image_url: 'data:image/gif;base64,AAAA', app_url: 'upi://pay' };
    await settled(qr);
    expect(seen(qr)).toMatch(/The code cannot be shown here\. Waiting for your app… Open the app/);
    qr.action = { type: 'qr', image_url: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' };
    await settled(qr);
    expect(code(qr)).toBeVisible();
  });
});

describe('on a phone', () => {
  const touch = (enabled: boolean) => cdp().send('Emulation.setTouchEmulationEnabled', { enabled });

  afterEach(async () => {
    await touch(false);
  });

  it.each([
    ['alone', {}, true],
    ['beside its text', { copy_code: 'ABC' }, false],
    ['beside a link to the app', { app_url: 'upi://pay' }, false],
  ])('a code %s needs another device, or does not', async (_, action, isNeeded) => {
    const words = 'You need another device to scan it.';
    const qr = await show({ content: CONTENT, ...action });
    expect(seen(qr)).not.toContain(words);
    await touch(true);
    await expect.poll(() => matchMedia('(hover: none) and (pointer: coarse)').matches).toBe(true);
    expect(seen(qr).includes(words)).toBe(isNeeded);
  });
});

describe('the link to the app', () => {
  it('is spoken of beside the code', async () => {
    expect(seen(await show({ content: CONTENT, app_url: 'upi://pay' }))).toContain('or open the app here.');
    expect(seen(await show({ content: CONTENT }))).not.toContain('or open the app here.');
  });

  it.each(['https://pay.example/app', 'upi://pay?pa=shop', 'intent://scan/#Intent;scheme=pay;end', 'swish+pay.1:x'])(
    'opens %s',
    async (app_url) => {
      const link = inside(await show({ app_url })).getByRole('link', { name: 'Open the app' });
      expect(link).toHaveAttribute('href', app_url);
    },
  );

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://pay.example/1',
    'file:///etc/passwd',
    'no scheme at all',
    '',
  ])('is left out for %j', async (app_url) => {
    expect(inside(await show({ app_url })).queryByRole('link')).toBeNull();
  });
});

describe('copying', () => {
  it('puts the code on the clipboard and says so', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const qr = await show({ copy_code: '00020126580014BR' });
    const said = heard<string>(qr, 'florin-say');
    await userEvent.click(inside(qr).getByRole('button', { name: 'Copy the code' }));
    expect(write).toHaveBeenCalledExactlyOnceWith('00020126580014BR');
    await expect.poll(() => said).toEqual(['Copied']);
    await settled(qr);
    expect(inside(qr).getByRole('button', { name: 'Copied' })).toBeVisible();
  });

  it('selects the code where the clipboard is denied', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('denied', 'NotAllowedError'));
    const qr = await show({ copy_code: '00020126580014BR' });
    const said = heard<string>(qr, 'florin-say');
    await userEvent.click(inside(qr).getByRole('button', { name: 'Copy the code' }));
    await expect.poll(() => said).toEqual(['It is selected now: copy it with your keyboard or menu.']);
    expect(String(getSelection())).toBe('00020126580014BR');
    expect(seen(qr)).toContain('It is selected now');
  });

  it('is not offered where there is nothing to copy', async () => {
    expect(inside(await show({ content: CONTENT })).queryByRole('button', { name: /Copy/ })).toBeNull();
  });

  it('begins anew with another code', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const qr = await show({ copy_code: 'A' });
    await userEvent.click(inside(qr).getByRole('button', { name: 'Copy the code' }));
    await expect.poll(() => inside(qr).queryByText('Copied')).not.toBeNull();
    qr.action = { type: 'qr', copy_code: 'B' };
    await settled(qr);
    expect(inside(qr).getByRole('button', { name: 'Copy the code' })).toBeVisible();
  });
});

describe('the time left', () => {
  let now: number;
  let qr: FlorinQr;
  let said: string[];
  let reads: unknown[];
  const action = { content: CONTENT, copy_code: 'ABC', app_url: 'upi://pay', expires_at: '2026-11-21T10:01:30Z' };

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    now = Date.parse('2026-11-21T10:00:00Z');
    qr = await show(action, { serverNow: () => now });
    said = heard(qr, 'florin-say');
    reads = heard(qr, 'florin-refresh');
  });

  async function pass(seconds: number): Promise<void> {
    now += seconds * 1000;
    vi.advanceTimersByTime(1000);
    await settled(qr);
  }

  /** The backend was read and still asks for the code. */
  async function isReadAgain(): Promise<void> {
    qr.action = { type: 'qr', ...action };
    await settled(qr);
  }

  it('is shown, and its milestones are said', async () => {
    expect(seen(qr)).toContain('Time left: 1:30');
    await pass(31);
    expect(seen(qr)).toContain('Time left: 0:59');
    expect(said).toEqual(['One minute left.']);
    qr.remove();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('once it is up, nobody can use the code, and the backend is asked before anything is said', async () => {
    await pass(90);
    expect(inside(qr).queryByRole('img')).toBeNull();
    expect(inside(qr).queryByRole('link')).toBeNull();
    expect(inside(qr).queryByRole('button', { name: /Copy/ })).toBeNull();
    expect(seen(qr)).toContain('We are checking your payment');
    expect(seen(qr)).not.toContain('expired');
    await pass(5);
    expect([reads.length, said]).toEqual([1, []]);
  });

  it('is said to be over when the backend still waits, once', async () => {
    await pass(90);
    await isReadAgain();
    await isReadAgain();
    expect(seen(qr)).toContain('This code has expired. Get a new one, or pay another way.');
    expect(said).toEqual(['This code has expired. Get a new one, or pay another way.']);
    expect(reads).toHaveLength(1);
  });

  it('is not said to be over by a reading that was made before', async () => {
    await isReadAgain();
    await pass(90);
    expect(seen(qr)).not.toContain('expired');
  });

  it('is not said to be over by a reading that was made before and comes after', async () => {
    const readAt = async (server_time: string) => {
      qr.state = { ...initialState, intent: intentOf({ server_time }) };
      await isReadAgain();
    };
    await pass(90);
    await readAt('2026-11-21T10:01:29.999Z');
    expect(seen(qr)).not.toContain('expired');
    expect(seen(qr)).toContain('We are checking your payment');
    await readAt('2026-11-21T10:01:30.000Z');
    expect(seen(qr)).toContain('expired');
  });

  it('goes on, with its code, where only the page’s clock had jumped ahead', async () => {
    await pass(3600);
    expect([reads.length, inside(qr).queryByRole('img')]).toEqual([1, null]);
    now -= 3600 * 1000;
    qr.state = { ...initialState, intent: intentOf({ server_time: '2026-11-21T10:00:01Z' }) };
    await isReadAgain();
    expect(code(qr)).toBeVisible();
    const stops = heard(qr, 'florin-cancel');
    inside(qr).getByRole('button', { name: 'Cancel' }).click();
    expect(stops).toHaveLength(1);
    await pass(90);
    expect(reads).toHaveLength(2);
  });

  it('begins anew with another code', async () => {
    await pass(90);
    await isReadAgain();
    qr.action = { type: 'qr', ...action, content: 'another', expires_at: '2026-11-21T10:05:00Z' };
    await settled(qr);
    expect(code(qr)).toBeVisible();
    expect(seen(qr)).not.toContain('expired');
    expect(inside(qr).queryByRole('button', { name: 'Get a new code' })).toBeNull();
  });

  it('that was up before the code came is asked about too', async () => {
    const late = await place('florin-qr', { messages: english, serverNow: () => now });
    const asks = heard(late, 'florin-refresh');
    late.action = { type: 'qr', ...action, expires_at: '2026-11-21T09:59:00Z' };
    await settled(late);
    expect([asks.length, seen(late).includes('expired')]).toEqual([1, false]);
  });

  it('that ran out while nobody looked is told when they are back', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    await pass(120);
    await isReadAgain();
    expect(inside(qr).queryByRole('img')).toBeNull();
    expect([reads.length, said]).toEqual([0, []]);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await settled(qr);
    expect([reads.length, said]).toEqual([1, []]);
    await isReadAgain();
    expect(said).toEqual(['This code has expired. Get a new one, or pay another way.']);
  });

  it('leaves the focus in the view when what had it is gone', async () => {
    inside(qr).getByRole('button', { name: 'Copy the code' }).focus();
    await pass(90);
    expect(focused()).toBe(inside(qr).getByRole('heading', { name: 'Scan to pay' }));
  });

  it('over, leads to another code or another way: both give this attempt up', async () => {
    await pass(90);
    await isReadAgain();
    const cancels = heard(qr, 'florin-cancel');
    await userEvent.click(inside(qr).getByRole('button', { name: 'Get a new code' }));
    await userEvent.click(inside(qr).getByRole('button', { name: 'Pay another way' }));
    expect(cancels).toHaveLength(2);
  });
});

it('stops on request, unless it is busy', async () => {
  const qr = await show({ content: CONTENT });
  const cancels = heard(qr, 'florin-cancel');
  const cancel = inside(qr).getByRole('button', { name: 'Cancel' });
  await userEvent.click(cancel);
  expect(cancels).toHaveLength(1);
  qr.busy = true;
  await settled(qr);
  expect(cancel).toHaveAttribute('aria-disabled', 'true');
  cancel.click();
  expect(cancels).toHaveLength(1);
});

it('leads to its heading, and may be asked to before it is in the page', async () => {
  expect(() => document.createElement('florin-qr').focus()).not.toThrow();
  const qr = await show({ content: CONTENT });
  qr.focus();
  expect(focused()).toBe(inside(qr).getByRole('heading', { name: 'Scan to pay' }));
});

it('says so when it could not be stopped', async () => {
  const qr = await show({ content: CONTENT });
  const said = heard<string>(qr, 'florin-say');
  await userEvent.click(inside(qr).getByRole('button', { name: 'Cancel' }));
  qr.busy = true;
  await settled(qr);
  expect(said).toEqual([]);
  qr.busy = false;
  await settled(qr);
  expect(said).toEqual([english['action.not_stopped']]);
  expect(seen(qr)).toContain(english['action.not_stopped']);
});

it('follows a headless checkout alone', async () => {
  const scripted = new ScriptedCheckout(asked({ type: 'qr', content: CONTENT, expires_at: '2026-11-21T09:59:00Z' }));
  const qr = await place('florin-qr', { locale: 'en', checkout: scripted });
  await expect.poll(() => seen(qr)).toContain('Scan to pay');
  expect(scripted.callsOf('refresh')).toHaveLength(1);
  scripted.tell(asked({ type: 'qr', content: CONTENT, expires_at: '2026-11-21T09:59:00Z' }));
  await expect.poll(() => inside(qr).getByRole('status').textContent).toContain('This code has expired.');
  await userEvent.click(inside(qr).getByRole('button', { name: 'Get a new code' }));
  expect(scripted.callsOf('cancel')).toHaveLength(1);
  scripted.tell({ phase: 'confirming', decision: decisionOf('cancel') });
  await settled(qr);
  expect(inside(qr).getByRole('button', { name: 'Get a new code' })).toHaveAttribute('aria-disabled', 'true');
  scripted.tell({ phase: 'ready', action: null, decision: null });
  await settled(qr);
  expect(seen(qr)).not.toContain('Scan to pay');
});

it.each(['en', 'fr', 'ar'])('fits in 320 px: %s', async (locale) => {
  const phone = document.body.appendChild(document.createElement('div'));
  phone.style.inlineSize = '320px';
  phone.dir = directionOf(locale);
  const action = { type: 'qr', content: CONTENT, copy_code: '0002010102122637'.repeat(12), app_url: 'upi://pay' };
  const qr = await place('florin-qr', { locale, messages: await loadMessages(locale), action }, phone);
  expect(phone.scrollWidth).toBe(320);
  expect(inside(qr).getByRole('button', { name: /Copy|Copier|انسخ/ })).toBeVisible();
  expect(qr.shadowRoot?.querySelector('.value')).toHaveAttribute('dir', 'ltr');
});
