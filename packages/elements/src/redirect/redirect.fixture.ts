import type { ActionOf } from '@florin/contract';
import type { PaymentState } from '@florin/core';
import { vi } from 'vitest';
import { asked } from '../checkout/checkout.fixture.js';
import { attemptOf } from '../checkout/intent.fixture.js';
import { departure } from './departure.js';
import { PaymentWindow } from './payment-window.js';

export const BANK = 'https://bank.example/pay?id=7';

export interface Post {
  url: string;
  target: string;
  params: [string, string][];
}

let attempts = 0;

/** The state of an attempt of its own that asks for a redirect. */
export function redirected(action: Partial<ActionOf<'redirect'>> = {}): Partial<PaymentState> {
  attempts += 1;
  const asks = { type: 'redirect', url: BANK, ...action } as const;
  return {
    ...asked(asks),
    attempt: attemptOf({ id: `pa_redirect_${attempts}`, status: 'action_required', next_action: asks }),
  };
}

/** Writes down where the page would go, and stays. */
export function stayHere(): { went: string[]; posts: Post[] } {
  const went: string[] = [];
  const posts: Post[] = [];
  vi.spyOn(departure, 'go').mockImplementation((url) => void went.push(url));
  vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(function (this: HTMLFormElement) {
    const params = [...new FormData(this)] as [string, string][];
    posts.push({ url: this.getAttribute('action') ?? '', target: this.getAttribute('target') ?? '', params });
  });
  return { went, posts };
}

/** A browser that opens windows, none of which is one. */
export function openNone() {
  const opened: FakeWindow[] = [];
  const open = vi.spyOn(window, 'open').mockImplementation(() => {
    const fake = fakeWindow();
    opened.push(fake);
    return fake as unknown as Window;
  });
  return { opened, open };
}

export type FakeWindow = ReturnType<typeof fakeWindow>;

function fakeWindow() {
  const went: string[] = [];
  const fake = {
    closed: false,
    went,
    close: vi.fn<() => void>(() => void (fake.closed = true)),
    focus: vi.fn<() => void>(),
    location: { href: 'about:blank', replace: (url: string) => void went.push(url) },
  };
  return fake;
}

/** A window that the press on "pay" has opened. */
export function paymentWindow(): PaymentWindow {
  const opened = PaymentWindow.open();
  if (!opened) throw new Error('No window was opened.');
  return opened;
}
