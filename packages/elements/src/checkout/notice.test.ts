import { reasons } from '@florin/contract';
import { loadMessages, type Messages } from '@florin/locale';
import { beforeAll, describe, expect, it } from 'vitest';
import { failed, failureOf, follow, ScriptedCheckout } from './checkout.fixture.js';
import { fieldOfPointer, isOtherOffer, noticeOf } from './notice.js';

let english: Messages;

beforeAll(async () => {
  english = await loadMessages('en');
});

const notice = (failure: Parameters<typeof noticeOf>[1], code?: string) =>
  noticeOf(english, failure, code === undefined ? null : { code });

it('is none when nothing happened', () => {
  expect(notice(null)).toBeNull();
});

it('says why and what can be done, for every reason that is told', () => {
  for (const [name, { recovery }] of Object.entries(reasons)) {
    if (name === 'blocked') continue;
    const { title, text } = notice(failureOf({ reason: name as 'cancelled', recovery })) ?? {};
    expect([title, text].every((words) => words && words.length > 5)).toBe(true);
  }
});

it('a wrong one-time code is nothing that could be corrected in the form', () => {
  expect(notice(failureOf({ reason: 'wrong_otp', recovery: 'edit_field', field: 'otp' }))).toEqual({
    isWanted: false,
    title: 'The code was not the right one.',
    text: 'You can try again.',
  });
});

it('what the customer wanted is no error', async () => {
  const cancelled = failureOf({ reason: 'cancelled' });
  expect([notice(cancelled)?.isWanted, notice(failureOf())?.isWanted]).toEqual([true, false]);
  const checkout = await follow(new ScriptedCheckout(failed(cancelled)));
  const box = checkout.shadowRoot?.querySelector('.failure') as HTMLElement;
  const usual = getComputedStyle(checkout).color;
  expect(getComputedStyle(box.querySelector('strong') as HTMLElement).color).toBe(usual);
  const { backgroundColor, borderTopColor } = getComputedStyle(box);
  box.classList.remove('wanted');
  expect(getComputedStyle(box).backgroundColor).not.toBe(backgroundColor);
  expect(getComputedStyle(box).borderTopColor).not.toBe(borderTopColor);
  checkout.remove();
});

it.each([
  ['validation_failed', 'Some details are not right.'],
  ['method_not_available', 'This way to pay is not available at the moment.'],
  ['sealing_unsupported', 'The shop cannot take this payment at the moment.'],
  ['network', 'We cannot reach the payment service'],
  ['rate_limited', 'The payment could not be made at the moment.'],
  ['a_code_of_tomorrow', 'The payment could not be made at the moment.'],
])('says what a problem means: %s', (code, title) => {
  expect(notice(null, code)?.title).toBe(title);
});

describe('after a failure', () => {
  it('a new refusal is the news', () => {
    expect(notice(failureOf(), 'validation_failed')?.title).toBe('Some details are not right.');
    expect(notice(failureOf(), 'rate_limited')?.title).toBe('The payment could not be made at the moment.');
  });

  it('a read that was lost is not', () => {
    for (const code of ['network', 'timeout'])
      expect(notice(failureOf(), code)?.title).toBe('There is not enough money available for this payment.');
  });
});

describe('an offer that has changed', () => {
  const refused = (pointer: string, code = 'validation_failed') => ({
    code,
    violations: [
      { pointer: '/method/card/number', code: 'too_short' },
      { pointer, code: 'invalid_value' },
    ],
  });

  it.each(['/method/plan', '/method/total'])('is told by %s', (pointer) => {
    expect(isOtherOffer(refused(pointer))).toBe(true);
    expect(noticeOf(english, null, refused(pointer))).toEqual({
      title: 'The payment plan has changed.',
      text: 'Nothing was taken. Check the new schedule, then pay again.',
    });
  });

  it('and by nothing else', () => {
    const others = [
      refused('/method/card/total'),
      refused('/method/plan', 'contract_broken'),
      { code: 'validation_failed' },
    ];
    expect([...others, null].map(isOtherOffer)).toEqual([false, false, false, false]);
  });
});

it.each([
  ['/method/number', 'number'],
  ['/method/exp_month', 'expiry'],
  ['/method/exp_year', 'expiry'],
  ['/method/cvc', 'cvc'],
  ['/method/holder', 'holder'],
  ['/method/email', 'email'],
  ['/method/billing', 'billing-country'],
  ['/method/billing/postal_code', 'billing-postal-code'],
  ['/method/card/number', 'number'],
  ['/method/card/exp_year', 'expiry'],
  ['/method/card/billing/postal_code', 'billing-postal-code'],
  ['/method/card/billing', 'billing-country'],
  ['/method/card', undefined],
  ['/method/card/card/number', undefined],
  ['/method/plan', undefined],
  ['/method', undefined],
  ['/browser/language', undefined],
  ['', undefined],
])('%s is about %s', (pointer, field) => {
  expect(fieldOfPointer(pointer)).toBe(field);
});
