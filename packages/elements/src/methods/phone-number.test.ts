import { loadMessages } from '@florin/locale';
import { afterEach, expect, it } from 'vitest';
import { inside, place, settled } from '../checkout/place.fixture.js';
import '../define/phone-number.js';

afterEach(() => {
  document.body.replaceChildren();
});

it('what may be left out is not left out because it cannot be checked yet: it says so, and is read once it can', async () => {
  const messages = await loadMessages('en');
  const entry = { text: '06 12 34 56 78' };
  const element = await place('florin-phone-number', { messages, entry, need: 'optional', country: 'FR' });
  expect(element.validate()).toBe(false);
  await settled(element);
  expect(inside(element).getByRole('textbox')).toHaveAccessibleDescription(/Loading the payment…$/);
  const spoken = inside(element).getAllByText('Loading the payment…').at(-1);
  expect(spoken).toHaveAttribute('aria-live', 'polite');

  element.rules = await import('@florin/core/phone');
  await settled(element);
  expect(inside(element).queryByText('Loading the payment…')).toBeNull();
  expect([element.validate(), element.read()]).toEqual([true, '+33612345678']);
});

it('nothing typed is nothing to wait for', async () => {
  const element = await place('florin-phone-number', { messages: await loadMessages('en'), need: 'optional' });
  expect([element.validate(), element.read()]).toEqual([true, undefined]);
});
