import type { Intent } from '@florin/contract';
import { follow, ScriptedCheckout } from '../checkout/checkout.fixture.js';
import type { FlorinCheckout } from '../checkout/checkout.js';
import { intentOf } from '../checkout/intent.fixture.js';
import { inside } from '../checkout/place.fixture.js';

export const mobileMoney: Intent['methods'][number] = {
  type: 'mobile_money',
  code: 'momo',
  operators: [
    { id: 'mtn_bj', label: 'MTN', country: 'BJ' },
    { id: 'moov_bj', label: 'Moov', country: 'BJ' },
    { id: 'orange_ci', label: 'Orange', country: 'CI' },
  ],
};

/** A checkout whose rows have come. */
export async function offer(
  methods: Intent['methods'],
  intent: Partial<Intent> = {},
  properties: object = {},
): Promise<{ scripted: ScriptedCheckout; checkout: FlorinCheckout }> {
  const scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf({ methods, ...intent }) });
  const checkout = await follow(scripted, properties);
  await inside(checkout).findAllByRole('radio');
  return { scripted, checkout };
}

/** The phone number's input, in the panel of the chosen method. */
export function phoneIn(checkout: FlorinCheckout): HTMLInputElement {
  const element = checkout.shadowRoot?.querySelector('.panel:not([hidden]) florin-phone-number');
  if (!element) throw new Error('No phone number is asked for.');
  return inside(element).getByRole('textbox', { name: /Phone number/ });
}
