import type { Intent } from '@florin/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { cardIn, failed, failureOf, fieldIn, number, payButtonIn, typeIn } from '../checkout/checkout.fixture.js';
import type { ScriptedCheckout } from '../checkout/checkout.fixture.js';
import type { FlorinCheckout } from '../checkout/checkout.js';
import { focused, inside, seen, settled } from '../checkout/place.fixture.js';
import { mobileMoney, offer } from './other-methods.fixture.js';

let scripted: ScriptedCheckout;
let checkout: FlorinCheckout;

async function open(...needs: Parameters<typeof offer>): Promise<void> {
  ({ scripted, checkout } = await offer(...needs));
}

const radio = (name: string) => inside(checkout).getByRole<HTMLInputElement>('radio', { name });
const names = () =>
  [...(checkout.shadowRoot?.querySelectorAll('[name=method]') ?? [])].map((one) =>
    (one as HTMLInputElement).labels?.[0]?.textContent?.trim(),
  );
const pay = () => userEvent.click(payButtonIn(checkout));
const submitted = () => scripted.callsOf('submit').map(([input]) => input);
const country = () => inside(checkout).getByRole<HTMLSelectElement>('combobox', { name: 'Country' });
const said = () => inside(checkout).getByRole('status').textContent;

async function choose(name: string): Promise<void> {
  await userEvent.click(radio(name));
  await settled(checkout);
}

async function move(to: string): Promise<void> {
  country().focus();
  await userEvent.selectOptions(country(), to);
  await settled(checkout);
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('a way to pay that is no card', () => {
  const all: Intent['methods'] = [
    { type: 'qr', label: 'Pix', code: 'pix' },
    { type: 'qr', label: 'PromptPay' },
    { type: 'redirect' },
    { type: 'redirect', label: 'Nord Bank', code: 'nord', presentation: 'popup' },
    { type: 'approval' },
    { type: 'instructions' },
  ];

  it.each([
    ['Pix', 'You get a code to scan with your app.'],
    ['Bank or wallet', 'You pay on the page of your bank or wallet.'],
    ['Nord Bank', 'A window opens for you to pay in. Keep this page open.'],
    ['App on your phone', 'You confirm the payment with your bank or wallet.'],
    ['Bank transfer or cash', 'We show you what to pay, where, and with which reference.'],
  ])('%s: says what will happen before it is paid with', async (name, text) => {
    await open(all);
    await choose(name);
    expect(radio(name)).toBeChecked();
    expect(radio(name)).toHaveAccessibleDescription(text);
    expect(seen(checkout)).toContain(text);
    expect(payButtonIn(checkout)).toHaveTextContent(`Pay €49.99 with ${name}`);
  });

  it('several of a kind are kept apart, and keys go through all of them', async () => {
    await open(all);
    expect(names()).toEqual([
      'Pix',
      'PromptPay',
      'Bank or wallet',
      'Nord Bank',
      'App on your phone',
      'Bank transfer or cash',
    ]);
    radio('Pix').focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(radio('Nord Bank')).toBeChecked();
    expect(focused()).toBe(radio('Nord Bank'));
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    await pay();
    expect(submitted()).toEqual([{ type: 'qr' }]);
  });

  it.each(['Pix', 'Bank or wallet', 'App on your phone', 'Bank transfer or cash'])('is sent: %s', async (name) => {
    await open(all);
    await choose(name);
    await pay();
    const [option] = all.filter((each) => 'label' in each && each.label === name);
    const type = {
      'Bank or wallet': 'redirect',
      'App on your phone': 'approval',
      'Bank transfer or cash': 'instructions',
    };
    expect(submitted()).toEqual([option ? { type: 'qr', code: 'pix' } : { type: type[name as keyof typeof type] }]);
  });

  it('alone: it is seen what it is', async () => {
    await open([{ type: 'instructions', label: 'Boleto' }]);
    expect(radio('Boleto')).toBeChecked();
    expect(payButtonIn(checkout)).toHaveTextContent('Pay €49.99 with Boleto');
  });

  it('has a logo of a fixed size, which is not there when it is lost', async () => {
    const logo = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"/>')}`;
    await open([
      { type: 'qr', label: 'Pix', icon_url: logo },
      { type: 'qr', label: 'PromptPay', icon_url: 'data:image/png,nothing' },
    ]);
    const [there, lost] = checkout.shadowRoot?.querySelectorAll('img') ?? [];
    await expect.poll(() => lost?.hidden).toBe(true);
    expect([there?.hidden, there?.width, there?.height, there?.alt]).toEqual([false, 40, 24, '']);
    expect(names()).toEqual(['Pix', 'PromptPay']);
  });

  it('in Arabic every word is Arabic', async () => {
    await open([{ type: 'approval' }, mobileMoney], {}, { locale: 'ar' });
    expect(seen(checkout)).toContain('ستؤكد الدفع لدى بنكك أو محفظتك.');
    expect(seen(checkout)).not.toMatch(/[a-z]{3}/);
  });

  it('fits a narrow phone with the longest of names', async () => {
    const label = 'Volksbankraiffeisenlandesbausparkassengenossenschaft';
    await open([{ type: 'redirect', label, countries: ['FR'] }, mobileMoney], { country: 'FR' });
    checkout.style.inlineSize = '288px';
    expect(checkout.scrollWidth).toBeLessThanOrEqual(288);
  });
});

describe('the country', () => {
  const bank = (label: string, ...countries: string[]): Intent['methods'][number] => ({
    type: 'redirect',
    label,
    countries,
  });
  const methods = [bank('Nord Bank', 'FR', 'BE'), mobileMoney, { type: 'card' as const }];

  it('is not asked for where it makes no difference', async () => {
    await open([{ type: 'qr' }, { type: 'card' }]);
    expect(inside(checkout).queryByRole('combobox', { name: 'Country' })).toBeNull();
  });

  it('one alone is not asked for, and goes along', async () => {
    await open([bank('Nord Bank', 'FR'), bank('Sud Bank', 'FR')]);
    expect(inside(checkout).queryByRole('combobox', { name: 'Country' })).toBeNull();
    await pay();
    expect(submitted()).toEqual([{ type: 'redirect', country: 'FR' }]);
  });

  it('is a list in the customer’s language, the likeliest first, and says what is left', async () => {
    await open(methods, { country: 'BJ' });
    const texts = [...country().options].map(({ text }) => text);
    expect(texts).toEqual(['France', 'Belgium', 'Benin', 'Côte d’Ivoire', 'Another country']);
    expect(country().value).toBe('BJ');
    expect(names()).toEqual(['Mobile money', 'Card']);
    await move('BE');
    expect(names()).toEqual(['Nord Bank', 'Card']);
    await expect.poll(said).toBe('Belgium: 2 ways to pay.');
    await move('');
    await expect.poll(said).toBe('Another country: 1 way to pay.');
    expect(cardIn(checkout)).toBeVisible();
    expect(focused()).toBe(country());
  });

  it('goes along with what differs by it, and with nothing else', async () => {
    await open([bank('Nord Bank', 'FR', 'BE'), { type: 'qr', label: 'Pix' }]);
    await move('BE');
    await choose('Pix');
    await pay();
    scripted.tell(failed(failureOf()));
    scripted.tell({
      intent: { ...scripted.state.intent!, methods: [bank('Nord Bank', 'FR', 'BE'), { type: 'qr', label: 'Pix' }] },
    });
    await settled(checkout);
    await choose('Nord Bank');
    expect(country().value).toBe('BE');
    await pay();
    expect(submitted()).toEqual([{ type: 'qr' }, { type: 'redirect', country: 'BE' }]);
  });

  it('keeps what is chosen and typed while it is still there', async () => {
    await open(methods, { country: 'BJ' });
    await choose('Card');
    await typeIn(checkout, number, '4242424242424242');
    await move('CI');
    expect(radio('Card')).toBeChecked();
    expect(fieldIn(checkout, number).value).toBe('4242 4242 4242 4242');
    await choose('Mobile money');
    await move('FR');
    expect(radio('Nord Bank')).toBeChecked();
    await move('CI');
    expect(radio('Mobile money')).toBeChecked();
  });

  it('the backend no longer serves it: the customer is led back to it, and the offer is read anew', async () => {
    await open(methods, { country: 'FR' });
    await pay();
    const violations = [{ pointer: '/method/country', code: 'invalid_value' }];
    scripted.tell({ phase: 'ready', decision: null, problem: { code: 'validation_failed', status: 422, violations } });
    await expect.poll(focused).toBe(country());
    expect(country()).toHaveAttribute('aria-invalid', 'true');
    expect(seen(checkout)).toContain('This way to pay is not available at the moment.');
    expect(scripted.callsOf('refresh')).toHaveLength(1);
    await move('BE');
    expect(country()).toHaveAttribute('aria-invalid', 'false');
  });
});

describe('a code that was not scanned in time', () => {
  const methods: Intent['methods'] = [
    { type: 'qr', label: 'Pix' },
    { type: 'qr', label: 'PromptPay' },
  ];

  beforeEach(async () => {
    await open(methods);
    await pay();
    const failure = failureOf({ reason: 'payment_expired', recovery: 'retry_same' });
    const state = failed(failure, { method: { type: 'qr', label: 'Pix' } });
    scripted.tell({ ...state, intent: { ...scripted.state.intent!, active_attempt: state.attempt ?? null } });
    await settled(checkout);
  });

  it('is replaced by a new one', async () => {
    expect(seen(checkout)).toContain('The time for this payment ran out. Pay again to get a new code.');
    await expect.poll(() => inside(checkout).getByRole('alert').textContent).toContain('Pay again to get a new code.');
    expect(payButtonIn(checkout)).toHaveTextContent('Pay €49.99 with Pix: new code');
    await pay();
    expect(submitted()).toEqual([{ type: 'qr' }, { type: 'qr' }]);
  });

  it('another wallet has not shown one yet', async () => {
    await choose('PromptPay');
    expect(payButtonIn(checkout)).toHaveTextContent(/^\s*Pay €49.99 with PromptPay\s*$/);
    expect(seen(checkout)).toContain('You can try again.');
  });
});
