import type { ActionOf } from '@florin/contract';
import { loadMessages, type Messages } from '@florin/locale';
import { encode } from 'uqr';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { focused, heard, inside, place, seen, settled } from '../checkout/place.fixture.js';
import '../define/qr.js';
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

  it('that is too long to draw leaves everything else', async () => {
    const qr = await show({ content: 'x'.repeat(5000), copy_code: 'ABC' });
    expect(inside(qr).queryByRole('img')).toBeNull();
    expect(inside(qr).getByRole('button', { name: 'Copy the code' })).toBeVisible();
    qr.action = { type: 'qr', content: CONTENT };
    await settled(qr);
    expect(code(qr)).toBeVisible();
  });
});

describe('the link to the app', () => {
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
    await expect.poll(() => said).toEqual(['Select the code and copy it yourself.']);
    expect(String(getSelection())).toBe('00020126580014BR');
    expect(seen(qr)).toContain('Select the code and copy it yourself.');
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

it('counts down and says the milestones', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  let now = Date.parse('2026-11-21T10:00:00Z');
  const qr = await show({ content: CONTENT, expires_at: '2026-11-21T10:01:30Z' }, { serverNow: () => now });
  const said = heard<string>(qr, 'florin-say');
  expect(seen(qr)).toContain('Time left: 1:30');
  now += 31_000;
  vi.advanceTimersByTime(1000);
  await settled(qr);
  expect(seen(qr)).toContain('Time left: 0:59');
  expect(said).toEqual(['One minute left.']);
  qr.remove();
  expect(vi.getTimerCount()).toBe(0);
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
