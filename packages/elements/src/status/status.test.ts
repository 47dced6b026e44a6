import { initialState, type PaymentState } from '@florin/core/payment';
import { loadMessages, type Messages } from '@florin/locale';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { decisionOf } from '../checkout/checkout.fixture.js';
import { attemptOf, intentOf } from '../checkout/intent.fixture.js';
import { focused, heard, inside, place, seen, settled } from '../checkout/place.fixture.js';
import '../define/status.js';
import type { FlorinStatus } from './status.js';

let english: Messages;

beforeAll(async () => {
  english = await loadMessages('en');
});

afterEach(() => {
  document.body.replaceChildren();
});

const stateOf = (state: Partial<PaymentState>): PaymentState => ({
  ...initialState,
  intent: intentOf(),
  attempt: attemptOf(),
  ...state,
});

function show(state: Partial<PaymentState>, properties: object = {}): Promise<FlorinStatus> {
  return place('florin-status', { messages: english, state: stateOf(state), ...properties });
}

const texts = async (state: Partial<PaymentState>) => seen(await show(state));

describe('words', () => {
  it('paid: how much and to whom, with the reference', async () => {
    const status = await show({ phase: 'completed', intent: intentOf({ status: 'completed' }) });
    expect(inside(status).getByRole('heading', { name: 'Paid' })).toBeVisible();
    expect(seen(status)).toContain('You paid €49.99 to Atelier Nord.');
    expect(seen(status)).toContain('Reference pa_1');
  });

  it('paid and later refunded', async () => {
    expect(await texts({ phase: 'completed', intent: intentOf({ status: 'refunded' }) })).toContain(
      'This payment was refunded.',
    );
  });

  it('failed: the reason, and the reference', async () => {
    const failure = {
      code: { value: '51', category: 'CUSTOMER_ERROR', message: 'Do not show this' },
      reason: 'insufficient_funds',
      recovery: 'other_method',
      disclose: true,
    } as const;
    const words = await texts({ phase: 'failed', failure });
    expect(words).toContain('The payment did not go through');
    expect(words).toContain('There is not enough money available');
    expect(words).toContain('Reference pa_1');
    expect(words).not.toContain('Do not show this');
  });

  it.each(['verifying', 'processing', 'confirming', 'action_required'] as const)(
    '%s promises nothing',
    async (phase) => {
      const words = await texts({ phase, attempt: attemptOf({ status: 'failed', uncertain: true }) });
      expect(words).not.toMatch(/\bpaid\b|success|fail|declin|did not go through/i);
    },
  );

  it('being checked: do not pay again, with the reference', async () => {
    const words = await texts({ phase: 'verifying', attempt: null });
    expect(words).toContain('Do not pay again.');
    expect(words).toContain('Reference pi_1');
  });

  it('names the setting that is missing', async () => {
    const words = seen(await show({}, { attribute: 'client-secret' }));
    expect(words).toContain('This checkout is not set up');
    expect(words).toContain('client-secret');
  });

  it('are none while they are on the way', async () => {
    expect(seen(await show({ phase: 'completed' }, { messages: null }))).toBe('');
  });

  it('read right to left in Arabic', async () => {
    const status = await show(
      { phase: 'completed' },
      { messages: await loadMessages('ar'), locale: 'ar-EG', dir: 'rtl' },
    );
    expect(seen(status)).toContain('Atelier Nord');
    expect(getComputedStyle(inside(status).getByRole('heading')).direction).toBe('rtl');
  });
});

describe('another try', () => {
  it.each([
    ['verifying', { overdue: true }, 'Check again'],
    ['processing', { overdue: true }, 'Check again'],
    ['loading', { problem: { code: 'network' } }, 'Try again'],
  ] as const)('is asked for by its button: %s', async (phase, state, name) => {
    const status = await show({ phase, ...state });
    const retries = heard(status, 'florin-refresh');
    await userEvent.click(inside(status).getByRole('button', { name }));
    expect(retries).toHaveLength(1);
  });

  it('is not offered for what is over', async () => {
    for (const phase of ['completed', 'failed', 'expired', 'cancelled', 'unavailable', 'verifying'] as const)
      expect(inside(await show({ phase })).queryByRole('button')).toBeNull();
  });
});

describe('an action that this version does not know', () => {
  const unlisted = { type: 'unlisted' };
  const waiting = { phase: 'action_required', action: unlisted } as const;

  it('can be stopped, and the focus is not lost with the button', async () => {
    const status = await show(waiting);
    const cancels = heard(status, 'florin-cancel');
    await userEvent.click(inside(status).getByRole('button', { name: 'Cancel' }));
    expect(cancels).toHaveLength(1);
    status.state = stateOf({ phase: 'confirming', action: unlisted, decision: decisionOf('cancel') });
    await settled(status);
    expect(inside(status).queryByRole('button')).toBeNull();
    expect(focused()).toBe(inside(status).getByRole('heading'));
  });

  it('stopped in vain says so, once, of that attempt alone', async () => {
    const status = await show(waiting);
    const said = heard<string>(status, 'florin-say');
    status.state = stateOf({ phase: 'confirming', action: unlisted, decision: decisionOf('cancel') });
    await settled(status);
    for (const version of [2, 3]) {
      status.state = stateOf({ ...waiting, intent: intentOf({ version }) });
      await settled(status);
    }
    expect(seen(status)).toContain(english['action.not_stopped']);
    expect(said.filter((text) => text.includes(english['action.not_stopped']))).toHaveLength(1);
    status.state = stateOf({ ...waiting, attempt: attemptOf({ id: 'pa_2' }) });
    await settled(status);
    expect(seen(status)).not.toContain(english['action.not_stopped']);
  });
});

describe('for whoever listens', () => {
  it('says each outcome once, however often it is drawn', async () => {
    const status = document.createElement('florin-status');
    const said = heard<string>(status, 'florin-say');
    Object.assign(status, { messages: english, state: stateOf({ phase: 'processing' }) });
    document.body.append(status);
    await settled(status);
    status.state = stateOf({ phase: 'processing', intent: intentOf({ version: 2 }) });
    await settled(status);
    status.state = stateOf({ phase: 'completed' });
    await settled(status);
    status.requestUpdate();
    await settled(status);
    expect(said).toEqual([
      'Paying… This takes a few seconds. Do not close this page.',
      'Paid You paid €49.99 to Atelier Nord.',
    ]);
  });

  it('leads to its heading', async () => {
    const status = await show({ phase: 'completed' });
    status.focus();
    expect(focused()).toBe(inside(status).getByRole('heading'));
  });

  it('has no sign that only the eye meets', async () => {
    for (const phase of ['completed', 'failed', 'expired', 'processing'] as const) {
      const status = await show({ phase });
      expect(status.shadowRoot?.querySelector('[part="icon"]')?.getAttribute('aria-hidden')).toBe('true');
    }
  });
});

it('can be focused before it is in the page', () => {
  expect(() => document.createElement('florin-status').focus()).not.toThrow();
});
