import { loadMessages, type Messages } from '@florin/locale';
import { initialState, type Decision } from '@florin/core/payment';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { asked, decisionOf, ScriptedCheckout } from '../checkout/checkout.fixture.js';
import { heard, inside, place, seen, settled } from '../checkout/place.fixture.js';
import '../define/approval.js';
import '../define/redirect.js';

let english: Messages;

beforeAll(async () => {
  english = await loadMessages('en');
});

afterEach(() => document.body.replaceChildren());

const views = [
  ['florin-approval', { type: 'approval', resend_at: '2026-11-21T09:00:00Z' }, 'Pay another way'],
  ['florin-redirect', { type: 'redirect', url: 'https://bank.example/', presentation: 'page' }, 'Cancel'],
] as const;

describe.each(views)('%s', (tag, action, cancel) => {
  async function show(properties: object) {
    const view = await place(tag, {
      messages: english,
      serverNow: () => Date.parse('2026-11-21T10:00:00Z'),
      ...properties,
    });
    await settled(view);
    return {
      view,
      said: heard<string>(view, 'florin-say'),
      button: inside(view).getByRole('button', { name: cancel }),
    };
  }

  it('says when it could not be stopped', async () => {
    const scripted = new ScriptedCheckout(asked(action));
    const { view, said, button } = await show({ checkout: scripted });
    await userEvent.click(button);
    scripted.tell({ decision: decisionOf('cancel') });
    await settled(view);
    expect(said).toEqual([]);
    scripted.tell({ decision: null });
    await settled(view);
    expect(said).toEqual([english['action.not_stopped']]);
    expect(seen(view)).toContain(english['action.not_stopped']);
  });

  it.each(['confirm', 'resend'] as const)('says nothing of a wish that nobody took, after a later %s', async (kind) => {
    const scripted = new ScriptedCheckout(asked(action));
    const { view, button } = await show({ checkout: scripted });
    await userEvent.click(button);
    for (const decision of [decisionOf(kind), null]) {
      scripted.tell({ decision });
      await settled(view);
    }
    expect(seen(view)).not.toContain(english['action.not_stopped']);
  });

  it('says nothing of a wish that nobody took when the payment was read since, where the page gives no state', async () => {
    const { view, button } = await show({ action });
    await userEvent.click(button);
    view.action = { ...action };
    await settled(view);
    for (const busy of [true, false]) {
      view.busy = busy;
      await settled(view);
    }
    expect(seen(view)).not.toContain(english['action.not_stopped']);
  });

  it('says nothing of it in the attempt that follows', async () => {
    const run = (id: string, decision: Decision | null) => ({
      state: {
        ...initialState,
        action,
        attempt: { id, status: 'action_required', method: { type: 'card' } },
        decision,
      },
      busy: decision !== null,
    });
    const { view } = await show({ action, ...run('pa_1', decisionOf('cancel')) });
    Object.assign(view, run('pa_2', null));
    await settled(view);
    expect(seen(view)).not.toContain(english['action.not_stopped']);
  });
});
