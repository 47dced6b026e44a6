import type { ActionOf } from '@florin/contract';
import { directionOf, loadMessages, type Messages } from '@florin/locale';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { asked, ScriptedCheckout } from '../checkout/checkout.fixture.js';
import { focused, heard, inside, place, seen, settled } from '../checkout/place.fixture.js';
import type { FlorinInstructions } from './instructions.js';

const START = Date.parse('2026-11-21T10:00:00Z');
const IBAN = 'DE89370400440532013000';
const lines = [
  { label: 'Amount', value: '€49.99' },
  { label: 'IBAN', value: 'DE89 3704 0044 0532 0130 00', copyable: true },
  { label: 'Reference', value: 'RF-1024', copyable: true },
];

let english: Messages;
let instructions: FlorinInstructions;
let now: number;
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
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function show(action: Partial<ActionOf<'instructions'>> = {}, properties: object = {}): Promise<void> {
  instructions = await place('florin-instructions', {
    messages: english,
    serverNow: () => now,
    action: { type: 'instructions', lines, ...action },
    ...properties,
  });
  said = heard(instructions, 'florin-say');
}

const view = () => inside(instructions);
const button = (name: RegExp | string) => view().getByRole('button', { name });
const valueOf = (label: string) =>
  view().getByText(label, { selector: 'dt' }).nextElementSibling?.querySelector('bdi') as HTMLElement;
const inHours = (hours: number) => new Date(START + hours * 3_600_000).toISOString();

async function pass(ms: number): Promise<void> {
  now += ms;
  vi.advanceTimersByTime(1000);
  await settled(instructions);
}

describe('the lines', () => {
  it('are labels with their values, those that may be copied with a button that says which', async () => {
    await show();
    expect(
      view()
        .getAllByRole('term')
        .map((term) => term.textContent),
    ).toEqual(['Amount', 'IBAN', 'Reference']);
    expect(valueOf('Amount')).toHaveTextContent('€49.99');
    expect(
      view()
        .getAllByRole('button', { name: /Copy/ })
        .map((each) => each.textContent?.trim().replace(/\s+/g, ' ')),
    ).toEqual(['Copy IBAN', 'Copy Reference']);
  });

  it('show an account number in groups and copy it without spaces, by its button or by hand', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await show();
    expect(valueOf('IBAN').querySelectorAll('.group')).toHaveLength(6);
    await userEvent.click(button('Copy IBAN'));
    expect(write).toHaveBeenCalledExactlyOnceWith(IBAN);
    getSelection()?.selectAllChildren(valueOf('IBAN'));
    expect(String(getSelection())).toBe(IBAN);
  });

  it('say which was copied last, and only that', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await show();
    await userEvent.click(button('Copy IBAN'));
    await expect.poll(() => said).toEqual(['Copied IBAN']);
    await settled(instructions);
    expect(button('Copied IBAN')).toBe(focused());
    await userEvent.click(button('Copy Reference'));
    await expect.poll(() => said).toEqual(['Copied IBAN', 'Copied Reference']);
    await settled(instructions);
    expect(button('Copy IBAN')).toBeVisible();
    expect(button('Copied Reference')).toBeVisible();
  });

  it('select what may not be copied, and say so', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('denied', 'NotAllowedError'));
    await show();
    await userEvent.click(button('Copy IBAN'));
    await expect.poll(() => said).toEqual([`${english['copy.failed']} IBAN`]);
    expect(String(getSelection())).toBe(IBAN);
    await settled(instructions);
    expect(seen(instructions)).toContain(english['copy.failed']);
    expect(button('Copy IBAN')).toBeVisible();
  });
});

describe('the end', () => {
  const written = (language: string, time: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(time));

  it.each([
    ['en', 'Pay by {date}.'],
    ['fr', 'Payez au plus tard le {date}.'],
    ['ar', 'ادفع في موعد أقصاه {date}.'],
  ])('is a date in the customer’s language, without hurry: %s', async (locale, words) => {
    const expires_at = inHours(72);
    const messages = await loadMessages(locale);
    await show({ expires_at }, { locale, messages });
    const plain = (text: string) => text.replace(/[\s\u202f]+/g, ' ');
    expect(plain(seen(instructions))).toContain(plain(words.replace('{date}', written(locale, expires_at))));
    expect(view().queryByText(/\d:\d\d$/)).toBeNull();
    await pass(37 * 3_600_000);
    expect(said).toEqual([]);
  });

  it('that is near is counted down to, and spoken of', async () => {
    await show({ expires_at: inHours(24) });
    await pass(13 * 3_600_000);
    expect(seen(instructions)).not.toContain('Time left');
    await pass(10.5 * 3_600_000);
    expect(seen(instructions)).toContain('Time left: 30:00');
    expect(said).toEqual([]);
    await pass(29 * 60_000);
    expect(said).toEqual(['One minute left.']);
  });

  it('is told when the backend still waits; nothing can be copied or printed any more', async () => {
    const action = { expires_at: inHours(1), document_url: 'https://pay.example/voucher.pdf' };
    await show(action);
    const reads = heard(instructions, 'florin-refresh');
    await pass(3_600_000);
    expect([reads.length, said]).toEqual([1, []]);
    expect(seen(instructions)).toContain('We are checking your payment');
    instructions.action = { type: 'instructions', lines, ...action };
    await settled(instructions);
    expect(said).toEqual([english['instructions.over']]);
    expect(seen(instructions)).toContain('If you have paid already, do not pay again');
    expect(
      view()
        .getAllByRole('button')
        .map((each) => each.textContent),
    ).toEqual(['Pay another way']);
    expect(view().queryByRole('link')).toBeNull();
    expect(valueOf('Reference')).toHaveTextContent('RF-1024');
  });

  it('that came while nobody looked is told when they are back', async () => {
    await show({ expires_at: inHours(1) });
    const reads = heard(instructions, 'florin-refresh');
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    await pass(2 * 3_600_000);
    expect([reads.length, said]).toEqual([0, []]);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await settled(instructions);
    expect(reads).toHaveLength(1);
  });
});

describe('the document', () => {
  it('opens in a new tab, and says so', async () => {
    await show({ document_url: 'https://pay.example/voucher.pdf' });
    const link = view().getByRole('link', { name: 'Open the document (new tab)' });
    expect(link).toHaveAttribute('href', 'https://pay.example/voucher.pdf');
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', 'noopener');
  });

  it.each(['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'voucher.pdf', ''])(
    'is left out for %j',
    async (document_url) => {
      await show({ document_url });
      expect(view().queryByRole('link')).toBeNull();
    },
  );
});

describe('on paper', () => {
  const media = (value: '' | 'print') => (cdp() as unknown as Cdp).send('Emulation.setEmulatedMedia', { media: value });
  interface Cdp {
    send(method: string, params: object): Promise<unknown>;
  }

  afterEach(async () => {
    await media('');
  });

  it('there are the instructions and nothing else, until the customer goes on', async () => {
    const print = vi.spyOn(window, 'print').mockReturnValue();
    const shop = document.body.appendChild(document.createElement('main'));
    shop.append('Order 1024');
    await show({ expires_at: inHours(72) });
    await userEvent.click(button('Print'));
    expect(print).toHaveBeenCalledOnce();
    expect(seen(document.body)).toContain('Order 1024');
    expect(seen(document.body).match(/RF-1024/g)).toHaveLength(1);
    await media('print');
    expect(seen(document.body)).toMatch(
      /^How to pay Amount €49\.99 IBAN DE89 ?3704.* Reference RF-1024 Pay by .*2026.*\.$/,
    );
    await media('');
    await userEvent.keyboard('{Tab}');
    expect(document.querySelector('florin-paper')).toBeNull();
    expect(document.adoptedStyleSheets).toEqual([]);
    await media('print');
    expect(seen(document.body)).toContain('Order 1024');
  });

  it('is nothing left of them when the view goes', async () => {
    vi.spyOn(window, 'print').mockReturnValue();
    await show();
    await userEvent.click(button('Print'));
    instructions.remove();
    expect(document.querySelector('florin-paper')).toBeNull();
    expect(document.adoptedStyleSheets).toEqual([]);
  });

  it('they have the language and the direction of the customer, and a page that is printed anyhow no buttons', async () => {
    vi.spyOn(window, 'print').mockReturnValue();
    await show({}, { locale: 'ar', messages: await loadMessages('ar') });
    await userEvent.click(button('طباعة'));
    const paper = document.querySelector<HTMLElement>('florin-paper');
    expect([paper?.lang, paper?.dir]).toEqual(['ar', 'rtl']);
    await userEvent.keyboard('{Tab}');
    await media('print');
    expect(view().queryByRole('button')).toBeNull();
    expect(seen(instructions)).toContain('RF-1024');
    expect(seen(instructions)).not.toContain(instructions.messages?.['instructions.later']);
  });
});

describe('another way to pay', () => {
  const ask = () => view().queryByRole('alertdialog', { name: 'Pay another way?' });
  const within = (name: string) =>
    [...(ask()?.querySelectorAll('button') ?? [])].find((each) => each.textContent === name);
  let cancels: unknown[];

  beforeEach(async () => {
    await show();
    cancels = heard(instructions, 'florin-cancel');
    await userEvent.click(button('Pay another way'));
  });

  it('is asked about first: the payment may be on its way', async () => {
    expect(cancels).toEqual([]);
    expect(ask()).toHaveAccessibleDescription(/If you have sent the payment already, do not pay again/);
    await expect.poll(focused).toBe(button('Keep waiting'));
    within('Pay another way')?.click();
    await settled(instructions);
    expect(cancels).toHaveLength(1);
    expect(ask()).toBeNull();
    expect(focused()).toBe(view().getByRole('heading', { name: 'How to pay' }));
  });

  it.each([
    ['the button', () => userEvent.click(button('Keep waiting'))],
    ['Escape', () => userEvent.keyboard('{Escape}')],
  ])('can be thought better of with %s', async (_, stay) => {
    await expect.poll(focused).toBe(button('Keep waiting'));
    await stay();
    await settled(instructions);
    expect(ask()).toBeNull();
    expect(cancels).toEqual([]);
    await expect.poll(focused).toBe(view().getByRole('heading', { name: 'How to pay' }));
  });

  it('that could not be had is said', async () => {
    within('Pay another way')?.click();
    instructions.busy = true;
    await settled(instructions);
    button('Pay another way').click();
    await settled(instructions);
    expect([cancels.length, ask()]).toEqual([1, null]);
    instructions.busy = false;
    await settled(instructions);
    expect(seen(instructions)).toContain(english['action.not_stopped']);
  });

  it('is not asked about any more once something else is', async () => {
    instructions.action = null;
    await settled(instructions);
    instructions.action = { type: 'instructions', lines };
    await settled(instructions);
    expect(ask()).toBeNull();
  });
});

it('says that the result will come here', async () => {
  await show();
  expect(seen(instructions)).toContain('You may close this page and come back to it.');
});

it('leads to its heading', async () => {
  await show();
  instructions.focus();
  expect(focused()).toBe(view().getByRole('heading', { name: 'How to pay' }));
});

it('follows a headless checkout alone', async () => {
  vi.useRealTimers();
  const scripted = new ScriptedCheckout(asked({ type: 'instructions', lines }));
  instructions = await place('florin-instructions', { locale: 'en', checkout: scripted });
  await expect.poll(() => seen(instructions)).toContain('RF-1024');
  await userEvent.click(button('Pay another way'));
  await userEvent.click(view().getAllByRole('button', { name: 'Pay another way' }).at(-1) as HTMLElement);
  expect(scripted.callsOf('cancel')).toHaveLength(1);
  scripted.tell(asked({ type: 'hologram' }));
  await settled(instructions);
  expect(seen(instructions)).not.toContain('RF-1024');
});

it.each(['en', 'fr', 'ar'])('fits in 320 px: %s', async (locale) => {
  const phone = document.body.appendChild(document.createElement('div'));
  phone.style.inlineSize = '320px';
  phone.dir = directionOf(locale);
  const long = { label: 'L'.repeat(60), value: 'V'.repeat(90), copyable: true };
  const messages = await loadMessages(locale);
  const action = {
    type: 'instructions',
    lines: [...lines, long],
    document_url: 'https://pay.example/',
    expires_at: inHours(1),
  };
  instructions = await place('florin-instructions', { locale, messages, action, serverNow: () => now }, phone);
  expect(phone.scrollWidth).toBe(320);
  expect(getComputedStyle(valueOf('IBAN')).direction).toBe('ltr');
});
