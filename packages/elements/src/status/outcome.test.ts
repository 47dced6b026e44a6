import { initialState, type PaymentState } from '@florin/core/payment';
import { loadMessages, locales } from '@florin/locale';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../checkout/checkout.fixture.js';
import { attemptOf, intentOf } from '../checkout/intent.fixture.js';
import { outcomeOf } from './outcome.js';

const outcome = (state: Partial<PaymentState>, attribute: string | null = null) =>
  outcomeOf({ ...initialState, ...state }, attribute);

it.each([
  ['loading', 'waiting', 'loading.title', []],
  ['submitting', 'waiting', 'processing.title', ['processing.text']],
  ['processing', 'waiting', 'processing.title', ['processing.text']],
  ['action_required', 'waiting', 'waiting.title', ['waiting.text']],
  ['confirming', 'waiting', 'confirming.title', ['processing.text']],
  ['verifying', 'waiting', 'verifying.title', ['verifying.text']],
  ['completed', 'success', 'paid.title', ['paid.text']],
  ['failed', 'failure', 'failed.title', ['failed.text']],
  ['expired', 'warning', 'expired.title', ['expired.text']],
  ['cancelled', 'warning', 'cancelled.title', ['cancelled.text']],
  ['unavailable', 'warning', 'unavailable.title', ['unavailable.contact']],
] as const)('%s', (phase, sign, title, texts) => {
  expect(outcome({ phase })).toMatchObject({ sign, title, texts });
});

it.each(['refunded', 'partially_refunded', 'charged_back', 'partially_charged_back'] as const)(
  'paid, and later %s',
  (status) => {
    const { sign, texts } = outcome({ phase: 'completed', intent: intentOf({ status }) });
    expect([sign, texts]).toEqual(['success', ['paid.text', `paid.${status}`]]);
  },
);

it('of what is paid in parts it is not said that it is paid, nor an amount', async () => {
  const attempt = attemptOf({ status: 'completed', method: { type: 'installments' } });
  expect(outcome({ phase: 'completed', intent: intentOf({ status: 'completed' }), attempt })).toMatchObject({
    title: 'confirmed.title',
    texts: ['paid.in_parts'],
  });
  for (const locale of locales) expect((await loadMessages(locale))['paid.in_parts']).not.toContain('{amount}');
});

it('is paid or failed in no phase but those', () => {
  const open = ['loading', 'ready', 'submitting', 'processing', 'action_required', 'confirming', 'verifying'] as const;
  for (const phase of open)
    for (const status of ['pending', 'completed', 'failed', 'thinking'])
      for (const attempt of [null, attemptOf({ status: 'failed' }), attemptOf({ status: 'completed' })])
        for (const problem of [null, { code: 'network' }]) {
          const said = outcome({ phase, intent: intentOf({ status }), attempt, problem });
          expect(said.title).not.toMatch(/paid|failed/);
          expect(said.texts.join()).not.toMatch(/paid|failed|reason/);
          expect(['waiting', 'warning']).toContain(said.sign);
        }
});

it('says why it failed', () => {
  expect(outcome({ phase: 'failed', failure: failureOf() }).texts).toEqual([
    'reason.insufficient_funds',
    'failed.text',
  ]);
});

it.each(['unknown_outcome', 'already_processed'] as const)(
  'does not say that it failed, nor to order again, where nobody knows: %s',
  (reason) => {
    const failure = failureOf({ reason, recovery: 'verify_outcome' });
    expect(outcome({ phase: 'failed', failure })).toEqual({
      sign: 'warning',
      title: 'verifying.title',
      texts: [`reason.${reason}`, 'recovery.verify_outcome'],
      showsReference: true,
    });
  },
);

it('sends nobody to order again from a shop that cannot take the payment', () => {
  const failure = failureOf({ reason: 'merchant_setup', recovery: 'contact_merchant' });
  expect(outcome({ phase: 'failed', failure })).toMatchObject({
    title: 'failed.title',
    texts: ['reason.merchant_setup', 'recovery.contact_merchant'],
    showsReference: true,
  });
});

it.each([
  ['secret_invalid', 'unavailable.secret'],
  ['intent_not_found', 'unavailable.intent'],
  ['contract_broken', 'unavailable.contract'],
])('says what makes it unavailable: %s', (code, text) => {
  expect(outcome({ phase: 'unavailable', problem: { code } }).texts).toEqual([text, 'unavailable.contact']);
});

describe('another try at reading', () => {
  it('is offered where the backend cannot be reached', () => {
    expect(outcome({ phase: 'loading', problem: { code: 'network' } })).toMatchObject({
      title: 'unreachable.title',
      retry: 'action.retry',
    });
  });

  it.each(['processing', 'verifying'] as const)(
    '%s that takes too long may be left, and only be looked at again: it is not another try to pay',
    (phase) => {
      expect(outcome({ phase, overdue: true })).toEqual({
        sign: 'waiting',
        title: `${phase}.title`,
        texts: ['verifying.later'],
        showsReference: true,
        retry: 'action.check',
      });
      expect(outcome({ phase }).retry).toBeUndefined();
    },
  );
});

it('a setting that is missing says its name before anything else', () => {
  expect(outcome({ phase: 'completed' }, 'endpoint')).toEqual({
    sign: 'warning',
    title: 'unavailable.title',
    texts: ['unavailable.attribute', 'unavailable.contact'],
  });
});

describe('an action that nobody can answer here', () => {
  const asking = (type: string, overdue: boolean) =>
    outcome({ phase: 'action_required', action: { type } as PaymentState['action'], overdue });

  it('can be stopped at once where it is unknown, and once it lasts where it is unseen', () => {
    expect([asking('unlisted', false).mayStop, asking('unlisted', true).mayStop]).toEqual([true, true]);
    expect([asking('three_ds_method', false).mayStop, asking('three_ds_method', true).mayStop]).toEqual([
      undefined,
      true,
    ]);
  });

  it.each([
    ['unlisted', 'waiting.title', ['waiting.text', 'verifying.later']],
    ['three_ds_method', 'processing.title', ['verifying.text']],
  ])('that lasts says so; a page that is needed is not to be closed: %s', (type, title, texts) => {
    expect(asking(type, true)).toMatchObject({ title, texts, showsReference: true, retry: 'action.check' });
  });
});
