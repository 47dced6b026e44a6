import { loadMessages } from '@florin/locale';
import type { ReactiveController } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Countdown, formatTimeLeft } from './countdown.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

let now: number;
let said: string[];
let updates: number;
let controllers: ReactiveController[];
let countdown: Countdown;

const connect = () => controllers.forEach((controller) => controller.hostConnected?.());
const disconnect = () => controllers.forEach((controller) => controller.hostDisconnected?.());
const inMs = (left: number) => new Date(now + left).toISOString();

/** Time goes by, with a look at the clock every second. */
function pass(ms: number): void {
  for (let passed = 0; passed < ms; passed += SECOND) {
    now += SECOND;
    vi.advanceTimersByTime(SECOND);
  }
}

/** The customer is in another tab, or comes back. */
function hide(hidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
}

/** The computer sleeps: the clock goes on, no timer does. */
function sleep(ms: number): void {
  now += ms;
  vi.advanceTimersByTime(SECOND);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  now = Date.parse('2026-11-21T10:00:00Z');
  said = [];
  updates = 0;
  controllers = [];
  const host = {
    addController: (controller: ReactiveController) => controllers.push(controller),
    removeController: () => {},
    requestUpdate: () => updates++,
    updateComplete: Promise.resolve(true),
  };
  countdown = new Countdown(
    host,
    () => now,
    (key) => said.push(key),
  );
  connect();
});

afterEach(() => {
  disconnect();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('milestones', () => {
  it('are said once each, and nothing between them', () => {
    countdown.runTo(inMs(5 * MINUTE));
    const at: [number, string][] = [];
    for (let second = 1; second <= 320; second += 1) {
      const before = said.length;
      pass(SECOND);
      if (said.length > before) at.push([second, said.at(-1) as string]);
    }
    expect(at).toEqual([
      [150, 'countdown.half'],
      [240, 'countdown.minute'],
      [280, 'countdown.seconds'],
      [300, 'countdown.over'],
    ]);
  });

  it('leave out the half of a short time', () => {
    countdown.runTo(inMs(90 * SECOND));
    pass(91 * SECOND);
    expect(said).toEqual(['countdown.minute', 'countdown.seconds', 'countdown.over']);
  });

  it('that had passed before it began are not news', () => {
    countdown.runTo(inMs(15 * SECOND));
    pass(14 * SECOND);
    expect(said).toEqual([]);
    pass(SECOND);
    expect(said).toEqual(['countdown.over']);
  });

  it('that a sleep has jumped over are said by the last one alone', () => {
    countdown.runTo(inMs(5 * MINUTE));
    sleep(285 * SECOND);
    expect(said).toEqual(['countdown.seconds']);
    sleep(60 * MINUTE);
    expect(said).toEqual(['countdown.seconds', 'countdown.over']);
  });
});

describe('the deadline', () => {
  it('decides, not the number of looks', () => {
    countdown.runTo(inMs(5 * MINUTE));
    sleep(2 * MINUTE);
    expect(countdown.left).toBe(3 * MINUTE);
  });

  it('is never overrun', () => {
    countdown.runTo(inMs(3 * SECOND));
    sleep(MINUTE);
    expect(countdown.left).toBe(0);
    countdown.runTo(inMs(-MINUTE));
    expect(countdown.left).toBe(0);
    pass(5 * SECOND);
    expect(countdown.left).toBe(0);
    expect(said).toEqual(['countdown.over']);
  });

  it('given again changes nothing; another one begins anew', () => {
    const deadline = inMs(2 * MINUTE);
    countdown.runTo(deadline);
    pass(70 * SECOND);
    countdown.runTo(deadline);
    expect(countdown.left).toBe(50 * SECOND);
    expect(said).toEqual(['countdown.minute']);
    countdown.runTo(inMs(4 * MINUTE));
    expect(countdown.left).toBe(4 * MINUTE);
  });

  it('that was up only for a clock that had jumped ahead is run to anew once it is right again', () => {
    const deadline = inMs(2 * MINUTE);
    countdown.runTo(deadline);
    sleep(60 * MINUTE);
    countdown.runTo(deadline);
    expect([countdown.left, vi.getTimerCount()]).toEqual([0, 0]);
    now -= 60 * MINUTE;
    countdown.runTo(deadline);
    expect(countdown.left).toBe(2 * MINUTE);
    pass(2 * MINUTE);
    expect([countdown.left, said.filter((key) => key === 'countdown.over').length]).toEqual([0, 2]);
  });

  it('may be missing, or not a date', () => {
    countdown.runTo(undefined);
    expect(countdown.left).toBeNull();
    countdown.runTo('soon');
    expect(countdown.left).toBeNull();
    pass(3 * SECOND);
    expect([updates, said]).toEqual([0, []]);
  });
});

describe('out of sight', () => {
  it('says nothing, and on the way back the last thing that has passed, once', () => {
    countdown.runTo(inMs(5 * MINUTE));
    hide(true);
    pass(4 * MINUTE);
    expect([said, countdown.left]).toEqual([[], MINUTE]);
    hide(false);
    expect(said).toEqual(['countdown.minute']);
    pass(10 * SECOND);
    hide(true);
    pass(10 * MINUTE);
    expect([said, countdown.left]).toEqual([['countdown.minute'], 0]);
    hide(false);
    pass(5 * SECOND);
    hide(true);
    hide(false);
    expect(said).toEqual(['countdown.minute', 'countdown.over']);
  });

  it('looks at the clock at once on the way back, however rarely the browser let it look meanwhile', () => {
    countdown.runTo(inMs(MINUTE));
    hide(true);
    now += 2 * MINUTE;
    hide(false);
    expect([said, countdown.left]).toEqual([['countdown.over'], 0]);
  });
});

describe('no timer runs', () => {
  it('without a deadline, nor after it', () => {
    expect(vi.getTimerCount()).toBe(0);
    countdown.runTo(inMs(3 * SECOND));
    expect(vi.getTimerCount()).toBe(1);
    pass(3 * SECOND);
    expect(vi.getTimerCount()).toBe(0);
    countdown.runTo(inMs(MINUTE));
    expect(vi.getTimerCount()).toBe(1);
    countdown.runTo(undefined);
    expect(vi.getTimerCount()).toBe(0);
    countdown.runTo(inMs(-MINUTE));
    expect([vi.getTimerCount(), countdown.left]).toEqual([0, 0]);
  });

  it('before the element is in the page, or after it was taken out', () => {
    disconnect();
    countdown.runTo(inMs(MINUTE));
    expect(vi.getTimerCount()).toBe(0);
    connect();
    expect(vi.getTimerCount()).toBe(1);
  });
});

it('rests while its element is out of the page, and catches up', () => {
  countdown.runTo(inMs(MINUTE));
  disconnect();
  expect(vi.getTimerCount()).toBe(0);
  pass(30 * SECOND);
  expect(updates).toBe(0);
  connect();
  pass(SECOND);
  expect(countdown.left).toBe(29 * SECOND);
});

it('writes the time left in the digits of the language', async () => {
  const [english, arabic] = await Promise.all([loadMessages('en'), loadMessages('ar')]);
  expect(formatTimeLeft(245_000, english, 'en')).toBe('Time left: 4:05');
  expect(formatTimeLeft(59_001, english, 'en')).toBe('Time left: 1:00');
  expect(formatTimeLeft(0, english, 'en')).toBe('Time left: 0:00');
  expect(formatTimeLeft(3_600_000, english, 'en')).toBe('Time left: 60:00');
  expect(formatTimeLeft(245_000, arabic, 'ar-EG')).toContain('٤:٠٥');
});
