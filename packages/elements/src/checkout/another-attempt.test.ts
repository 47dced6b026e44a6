import type { ActionOf } from '@florin/contract';
import { afterEach, expect, it, vi } from 'vitest';
import { departure } from '../redirect/departure.js';
import type { SdkPlugin } from '../sdk/sdk-plugin.js';
import {
  asked,
  decisionOf,
  failed,
  failureOf,
  fillCard,
  follow,
  ScriptedCheckout,
  valuesIn,
  viewIn,
} from './checkout.fixture.js';
import { attemptOf, intentOf } from './intent.fixture.js';
import { inside, seen, settled } from './place.fixture.js';

const code: ActionOf<'otp'> = { type: 'otp', length: 6 };
const page: ActionOf<'redirect'> = { type: 'redirect', url: 'https://bank.example/pay', presentation: 'page' };
const wallet: ActionOf<'sdk'> = { type: 'sdk', name: 'wallet', params: {} };
const ready = () => ({ phase: 'ready' as const, intent: intentOf() });

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

function askedBy(attempt: string, action: Parameters<typeof asked>[0]) {
  const state = asked(action);
  return { ...state, attempt: attemptOf({ id: attempt, status: 'action_required', next_action: action }) };
}

/** The element that stands in the place of the form, with its code. */
async function shownIn(element: HTMLElement & { updateComplete: Promise<unknown> }, tag: string): Promise<Element> {
  await customElements.whenDefined(tag);
  await settled(element);
  const view = viewIn(element as never);
  await settled(view);
  return view;
}

it('a one-time code that was typed for one attempt is not there for the next, which nobody has answered', async () => {
  const scripted = new ScriptedCheckout(askedBy('pa_1', code));
  const element = await follow(scripted);
  const first = await shownIn(element, 'florin-otp');
  const input = inside(first).getByRole<HTMLInputElement>('textbox');
  input.value = '1234';
  input.dispatchEvent(new InputEvent('input', { inputType: 'insertText', bubbles: true }));
  scripted.tell({ ...askedBy('pa_1', code), decision: decisionOf('confirm') });
  scripted.tell(askedBy('pa_2', code));
  const second = await shownIn(element, 'florin-otp');
  expect(inside(second).getByRole('textbox')).toHaveValue('');
  expect(seen(second)).not.toContain('not the right one');
  first.dispatchEvent(new CustomEvent('florin-answer', { detail: { otp: '123456' } }));
  expect(scripted.callsOf('confirm')).toEqual([]);
});

it('nor is it where the view stands alone on a page', async () => {
  const scripted = new ScriptedCheckout(askedBy('pa_1', code));
  await import('../define/otp.js');
  const view = document.createElement('florin-otp');
  Object.assign(view, { checkout: scripted, locale: 'en' });
  document.body.append(view);
  const input = () => inside(view).findByRole<HTMLInputElement>('textbox');
  (await input()).value = '1234';
  scripted.tell(askedBy('pa_2', code));
  await settled(view);
  expect(await input()).toHaveValue('');
});

it('a security code that a soft decline has left does not go along to another payment', async () => {
  const scripted = new ScriptedCheckout(ready());
  const element = await follow(scripted);
  await fillCard(element);
  await element.submit();
  scripted.tell(failed(failureOf({ reason: 'authentication_required', recovery: 'authenticate' })));
  await vi.waitFor(() => expect(seen(element)).toContain('Your bank wants you to confirm'), { timeout: 10_000 });
  expect(valuesIn(element)[2]).toBe('123');
  element.checkout = new ScriptedCheckout(ready());
  await vi.waitFor(() => expect(valuesIn(element)[2]).toBe(''), { timeout: 10_000 });
});

it('a page that was paid in and declined does not leave for a page that another one’s attempt asks for', async () => {
  const go = vi.spyOn(departure, 'go').mockReturnValue();
  const scripted = new ScriptedCheckout(ready());
  const element = await follow(scripted);
  await fillCard(element);
  await element.submit();
  scripted.tell(failed(failureOf()));
  scripted.tell(askedBy('pa_2', page));
  const view = await shownIn(element, 'florin-redirect');
  expect(view).toHaveProperty('isGoingOn', false);
  await vi.waitFor(() => expect(inside(view).getAllByRole('button').length).toBeGreaterThan(0), { timeout: 10_000 });
  expect(go).not.toHaveBeenCalled();
});

it('a plug-in that has answered is not run again unasked, though its view was put away meanwhile', async () => {
  const plugin = vi.fn<SdkPlugin>(() => Promise.resolve({ token: '1' }));
  const scripted = new ScriptedCheckout(askedBy('pa_9', wallet));
  const element = await follow(scripted, { plugins: { wallet: plugin } });
  await vi.waitFor(() => expect(scripted.callsOf('confirm')).toEqual([[{ data: { token: '1' } }]]), {
    timeout: 10_000,
  });
  scripted.tell({ phase: 'verifying', action: null, decision: null });
  await shownIn(element, 'florin-status');
  scripted.tell(askedBy('pa_9', wallet));
  const view = await shownIn(element, 'florin-sdk');
  expect(inside(view).getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(plugin).toHaveBeenCalledTimes(1);
});
