import type { ActionOf } from '@florin/contract';
import { loadMessages, type Messages } from '@florin/locale';
import { afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { heard, inside, settled } from '../checkout/place.fixture.js';
import '../define/otp.js';
import type { FlorinOtp } from './otp.js';

type OtpAction = ActionOf<'otp'>;

const START = Date.parse('2026-11-21T10:00:00Z');

export const inSeconds = (seconds: number) => new Date(START + seconds * 1000).toISOString();

/** A view that asks for a code, the customer in front of it, and whoever holds it. */
export class Asked {
  english!: Messages;
  otp!: FlorinOtp;
  now = START;
  answers: { otp: string }[] = [];
  said: string[] = [];
  resends: unknown[] = [];
  cancels: unknown[] = [];
  refreshes: unknown[] = [];

  async ask(action: Partial<OtpAction> = {}, properties: object = {}): Promise<void> {
    const otp = document.createElement('florin-otp');
    this.otp = otp;
    this.answers = heard(otp, 'florin-answer');
    this.said = heard(otp, 'florin-say');
    this.resends = heard(otp, 'florin-resend');
    this.cancels = heard(otp, 'florin-cancel');
    this.refreshes = heard(otp, 'florin-refresh');
    const given = { messages: this.english, locale: 'en', serverNow: () => this.now };
    Object.assign(otp, given, { action: { type: 'otp', ...action } }, properties);
    document.body.append(otp);
    await settled(otp);
  }

  get input(): HTMLInputElement {
    return inside(this.otp).getByRole('textbox');
  }

  get alert(): HTMLElement {
    return inside(this.otp).getByRole('alert');
  }

  button(name: RegExp | string): HTMLElement {
    return inside(this.otp).getByRole('button', { name });
  }

  async pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      this.now += 1000;
      vi.advanceTimersByTime(1000);
    }
    await settled(this.otp);
  }

  /** Real keys, one after the other. */
  async type(text: string): Promise<void> {
    this.input.focus();
    await userEvent.keyboard(text);
    await settled(this.otp);
  }

  /** All at once, as a keyboard's suggestion or the browser's autofill bring it. */
  fill(text: string, init: InputEventInit | null = null): void {
    this.input.value = text;
    this.input.dispatchEvent(
      init ? new InputEvent('input', { bubbles: true, ...init }) : new Event('input', { bubbles: true }),
    );
  }

  /** The backend is read again. */
  async read(action: Partial<OtpAction>, properties: object = {}): Promise<void> {
    Object.assign(this.otp, { action: { type: 'otp', ...action }, ...properties });
    await settled(this.otp);
  }

  async goBusy(): Promise<void> {
    this.otp.busy = true;
    await settled(this.otp);
  }

  /** The checkout is busy with an answer, and comes back with the same question. */
  async comesBack(action: Partial<OtpAction> = {}, properties: object = {}): Promise<void> {
    await this.goBusy();
    await this.read(action, { busy: false, ...properties });
  }
}

/** One for the tests of a file. Its clock is the test's. */
export function asked(): Asked {
  const one = new Asked();
  beforeAll(async () => {
    one.english = await loadMessages('en');
  });
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    one.now = START;
  });
  afterEach(() => {
    document.body.replaceChildren();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  return one;
}

/** Pastes as a browser does: says whether anybody has taken it. */
export function paste(target: EventTarget, text: string): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const init = { clipboardData, bubbles: true, composed: true, cancelable: true };
  return !target.dispatchEvent(new ClipboardEvent('paste', init));
}
