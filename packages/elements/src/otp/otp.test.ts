import type { ActionOf } from '@florin/contract';
import { loadMessages, type Messages } from '@florin/locale';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { focused, heard, inside, place, seen, settled } from '../checkout/place.fixture.js';
import '../define/otp.js';
import type { FlorinOtp } from './otp.js';

type OtpAction = ActionOf<'otp'>;

const START = Date.parse('2026-11-21T10:00:00Z');

let english: Messages;
let otp: FlorinOtp;
let now: number;
let answers: { otp: string }[];
let said: string[];

beforeAll(async () => {
  english = await loadMessages('en');
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  now = START;
});

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

async function ask(action: Partial<OtpAction> = {}, properties: object = {}): Promise<void> {
  otp = document.createElement('florin-otp');
  answers = heard(otp, 'florin-answer');
  said = heard(otp, 'florin-say');
  Object.assign(otp, { messages: english, serverNow: () => now, action: { type: 'otp', ...action }, ...properties });
  document.body.append(otp);
  await settled(otp);
}

const input = () => inside(otp).getByRole<HTMLInputElement>('textbox');
const button = (name: RegExp | string) => inside(otp).getByRole('button', { name });
const alert = () => inside(otp).getByRole('alert');
const inSeconds = (seconds: number) => new Date(START + seconds * 1000).toISOString();

async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    now += 1000;
    vi.advanceTimersByTime(1000);
  }
  await settled(otp);
}

/** Real keys, one after the other. */
async function type(text: string): Promise<void> {
  input().focus();
  await userEvent.keyboard(text);
  await settled(otp);
}

/** All at once, as the clipboard, a keyboard's suggestion or the browser's autofill bring it. */
function fill(text: string, init: InputEventInit | null): void {
  input().value = text;
  input().dispatchEvent(
    init ? new InputEvent('input', { bubbles: true, ...init }) : new Event('input', { bubbles: true }),
  );
}

/** The checkout is busy with an answer, and comes back with the same question. */
async function comesBack(action: Partial<OtpAction> = {}, properties: object = {}): Promise<void> {
  otp.busy = true;
  await settled(otp);
  Object.assign(otp, { busy: false, action: { type: 'otp', ...action }, ...properties });
  await settled(otp);
}

describe('the field', () => {
  it('is one, has its label, and is what phones look for', async () => {
    await ask({ length: 6 });
    expect(inside(otp).getByLabelText('One-time code')).toBe(input());
    expect(input()).toHaveAttribute('autocomplete', 'one-time-code');
    expect(input()).toHaveAttribute('inputmode', 'numeric');
    expect(input()).toHaveAttribute('type', 'text');
    expect(input().dir).toBe('ltr');
    expect(focused()).toBe(document.body);
  });

  it('takes letters where the code has some', async () => {
    await ask({ alphabet: 'alphanumeric', length: 6 });
    expect(input()).toHaveAttribute('inputmode', 'text');
    await type('ab-c 12z{Enter}');
    expect(answers).toEqual([{ otp: 'abc12z' }]);
  });

  it.each([
    ['spaces', '123 456'],
    ['hyphens', '12-34-56'],
    ['Arabic digits', '١٢٣٤٥٦'],
    ['Bengali digits', '১২৩৪৫৬'],
  ])('takes %s', async (_, text) => {
    await ask({ length: 6 });
    fill(text, { inputType: 'insertFromPaste' });
    expect(answers).toEqual([{ otp: '123456' }]);
  });
});

describe('a code that comes in one go', () => {
  it.each([
    ['pasted', { inputType: 'insertFromPaste' }],
    ['put in place of the text', { inputType: 'insertReplacementText' }],
    ['suggested by the keyboard', { inputType: 'insertText', data: '123456' }],
    ['filled by the browser', null],
  ])('needs no button: %s', async (_, init) => {
    await ask({ length: 6 });
    fill('123456', init);
    expect(answers).toEqual([{ otp: '123456' }]);
  });

  it('waits for the button when it is typed', async () => {
    await ask({ length: 4 });
    await type('1234');
    expect(answers).toEqual([]);
    await userEvent.click(button('Confirm'));
    expect(answers).toEqual([{ otp: '1234' }]);
  });

  it('waits for the button when the length is not known, or is another', async () => {
    await ask();
    fill('123456', { inputType: 'insertFromPaste' });
    expect(answers).toEqual([]);
    await ask({ length: 6 });
    fill('12345', { inputType: 'insertFromPaste' });
    fill('1234567', null);
    expect(answers).toEqual([]);
    expect(alert()).toHaveTextContent('');
  });

  it('may come from a real clipboard', async () => {
    await ask({ length: 6 });
    const note = document.body.appendChild(document.createElement('input'));
    note.value = 'Your code: 123-456';
    note.select();
    await userEvent.copy();
    input().focus();
    await userEvent.paste();
    expect(answers).toEqual([{ otp: '123456' }]);
  });
});

describe('errors', () => {
  it('say what to do, in a region that was there before', async () => {
    await ask({ length: 6 });
    const region = alert();
    expect(region).toHaveTextContent('');
    await userEvent.click(button('Confirm'));
    expect(alert()).toBe(region);
    expect(region).toHaveTextContent('Enter the code.');
    expect(input()).toHaveAttribute('aria-invalid', 'true');
    expect(input().getAttribute('aria-describedby')?.split(' ')).toContain(region.id);
    expect(focused()).toBe(input());
    await type('12{Enter}');
    expect(region).toHaveTextContent('Enter all 6 digits of the code.');
    await type('3');
    expect(region).toHaveTextContent('');
    expect(input()).toHaveAttribute('aria-invalid', 'false');
    expect(answers).toEqual([]);
  });

  it('a wrong code is said, the field empty and ready', async () => {
    await ask({ length: 6, attempts_left: 3 });
    fill('111111', null);
    await comesBack({ length: 6, attempts_left: 2 });
    expect(alert()).toHaveTextContent('This code is not the right one.');
    await expect.poll(() => input().value).toBe('');
    expect(focused()).toBe(input());
    expect(seen(otp)).toContain('2 tries left.');
    fill('222222', null);
    await settled(otp);
    expect(alert()).toHaveTextContent('');
    expect(answers).toEqual([{ otp: '111111' }, { otp: '222222' }]);
  });

  it('an answer that did not get through is not called a wrong code', async () => {
    await ask({ length: 6 });
    fill('111111', null);
    await comesBack({ length: 6 }, { problem: 'rate_limited' });
    expect(alert().textContent).not.toContain('not the right one');
    expect(alert()).toHaveTextContent('Try again in a few minutes');
    expect(input().value).toBe('111111');
  });

  it('none is shown when somebody else was busy', async () => {
    await ask({ length: 6 });
    await type('12');
    await comesBack({ length: 6 });
    expect(alert()).toHaveTextContent('');
    expect(input().value).toBe('12');
  });
});

describe('busy', () => {
  it('takes no second answer, resend or cancel', async () => {
    await ask({ length: 6 });
    const resends = heard(otp, 'florin-resend');
    const cancels = heard(otp, 'florin-cancel');
    fill('123456', null);
    otp.busy = true;
    await settled(otp);
    fill('654321', null);
    await userEvent.keyboard('{Enter}');
    for (const pressed of inside(otp).getAllByRole('button')) pressed.click();
    expect(answers).toEqual([{ otp: '123456' }]);
    expect([resends, cancels]).toEqual([[], []]);
    for (const each of inside(otp).getAllByRole('button')) expect(each).toHaveAttribute('aria-disabled', 'true');
    expect(input().readOnly).toBe(true);
    expect(button('Checking the answer…')).toBeVisible();
  });
});

describe('another code', () => {
  it('can be asked for when its time has come', async () => {
    await ask({ resend_at: inSeconds(30) });
    const resends = heard(otp, 'florin-resend');
    const resend = button('Send another code');
    expect(resend).toHaveAttribute('aria-disabled', 'true');
    expect(seen(otp)).toContain('You can ask for another code in 30 seconds.');
    resend.click();
    expect(resends).toHaveLength(0);
    await pass(29);
    expect(seen(otp)).toContain('You can ask for another code in 1 second.');
    await pass(1);
    expect(resend).toHaveAttribute('aria-disabled', 'false');
    expect(seen(otp)).not.toContain('You can ask for another code');
    resend.click();
    expect(resends).toHaveLength(1);
  });

  it('on its way: says so, to eye and ear, and keeps what is typed', async () => {
    await ask({ length: 6 });
    await type('12');
    await userEvent.click(button('Send another code'));
    await comesBack({ length: 6, resend_at: inSeconds(60) });
    expect(said).toContain(english['otp.resent']);
    expect(seen(otp)).toContain('Another code is on its way. The earlier one still works.');
    expect(seen(otp)).toContain('in 60 seconds');
    expect(input().value).toBe('12');
    expect(alert()).toHaveTextContent('');
  });

  it('that could not be sent is not promised', async () => {
    await ask({ length: 6 });
    await userEvent.click(button('Send another code'));
    await comesBack({ length: 6 }, { problem: 'rate_limited' });
    expect(said).toEqual([]);
    expect(seen(otp)).not.toContain('on its way');
    expect(alert()).toHaveTextContent('Try again in a few minutes');
  });
});

describe('hints', () => {
  it('say where the code went', async () => {
    await ask({ sent_to: '+33 •• 12' });
    expect(seen(otp)).toContain('We sent a code to +33 •• 12');
    await ask();
    expect(seen(otp)).toContain('We sent you a code.');
    await ask({ dial_code: '*144*82#' });
    expect(seen(otp)).toContain('Dial *144*82# to get a code.');
  });

  it.each([
    ['en', 1, '1 try left.'],
    ['en', 2, '2 tries left.'],
    ['fr', 1, 'Il vous reste 1 essai.'],
    ['fr', 3, 'Il vous reste 3 essais.'],
    ['ar', 1, 'بقيت محاولة واحدة.'],
    ['ar', 2, 'بقيت محاولتان.'],
    ['ar', 3, 'بقيت 3 محاولات.'],
    ['ar', 11, 'بقيت 11 محاولة.'],
  ])('say how many tries are left: %s %i', async (locale, attempts_left, words) => {
    await ask({ attempts_left }, { locale, messages: await loadMessages(locale) });
    expect(seen(otp)).toContain(words);
  });
});

describe('the time left', () => {
  it('is shown every second and said at its milestones', async () => {
    await ask({ expires_at: inSeconds(180) });
    expect(seen(otp)).toContain('Time left: 3:00');
    await pass(1);
    expect(seen(otp)).toContain('Time left: 2:59');
    expect(said).toEqual([]);
    await pass(180);
    expect(seen(otp)).toContain('Time left: 0:00');
    expect(said).toEqual([
      english['countdown.half'],
      english['countdown.minute'],
      english['countdown.seconds'],
      english['countdown.over'],
    ]);
  });

  it('stands in no live region', async () => {
    await ask({ expires_at: inSeconds(180) });
    const shown = inside(otp).getByText(/Time left/);
    expect(shown.closest('[aria-live], [role="status"], [role="alert"], [role="timer"]')).toBeNull();
  });
});

it('stops on request', async () => {
  await ask();
  const cancels = heard(otp, 'florin-cancel');
  await userEvent.click(button('Cancel'));
  expect(cancels).toHaveLength(1);
});

it('keeps what is typed while the same question is read again', async () => {
  await ask({ length: 6, expires_at: inSeconds(180) });
  await type('123');
  otp.action = { type: 'otp', length: 6, expires_at: inSeconds(180) };
  await settled(otp);
  expect(input().value).toBe('123');
  expect(focused()).toBe(input());
});

it('the code is in no attribute', async () => {
  await ask({ length: 6 });
  await type('918273{Enter}');
  expect(otp.outerHTML + otp.shadowRoot?.innerHTML).not.toContain('918273');
});

it('leads to its heading, and may be asked to before it is in the page', async () => {
  expect(() => document.createElement('florin-otp').focus()).not.toThrow();
  await ask();
  otp.focus();
  expect(focused()).toBe(inside(otp).getByRole('heading', { name: 'Enter the code' }));
});

it('leaves no timer behind', async () => {
  await ask({ expires_at: inSeconds(60), resend_at: inSeconds(30) });
  expect(vi.getTimerCount()).toBeGreaterThan(0);
  otp.remove();
  expect(vi.getTimerCount()).toBe(0);
});

it('draws nothing, and throws nothing, without words or question', async () => {
  await place('florin-otp', { messages: english });
  await ask({}, { messages: null });
  expect(seen(otp)).toBe('');
});
