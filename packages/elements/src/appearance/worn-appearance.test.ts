import { afterEach, expect, it } from 'vitest';
import '../define/checkout.js';
import { place, settled } from '../checkout/place.fixture.js';

afterEach(() => {
  document.body.replaceChildren();
});

it('says the words of an appearance in the attributes, over what stands in them', async () => {
  const checkout = await place('florin-checkout', {
    layout: 'list',
    appearance: { theme: 'dark', look: 'soft', labels: 'floating', inputs: 'joined', layout: 'tabs' },
  });
  expect(checkout).toHaveAttribute('layout', 'tabs');
  expect(checkout).toHaveAttribute('theme', 'dark');
  expect(checkout).toHaveAttribute('look', 'soft');
  expect(checkout).toHaveAttribute('labels', 'floating');
  expect(checkout).toHaveAttribute('inputs', 'joined');
  checkout.setAttribute('theme', 'light');
  await settled(checkout);
  expect(checkout).toHaveAttribute('theme', 'dark');
});

it('gives back what the attributes said before it, and since', async () => {
  const checkout = await place('florin-checkout', { layout: 'list', appearance: { theme: 'dark', layout: 'tabs' } });
  checkout.appearance = { theme: 'light', layout: 'single' };
  await settled(checkout);
  expect([checkout.theme, checkout.layout]).toEqual(['light', 'single']);
  checkout.theme = 'auto';
  await settled(checkout);
  expect(checkout.theme).toBe('light');
  checkout.appearance = null;
  await settled(checkout);
  expect([checkout.theme, checkout.layout]).toEqual(['auto', 'list']);
  expect(checkout).not.toHaveAttribute('look');
});

it('sets its variables as tokens, and takes away what is no longer there', async () => {
  const checkout = await place('florin-checkout', {
    appearance: { variables: { colorPrimary: 'rgb(1 2 3)', fontSizeXl: '2rem' } },
  });
  const button = checkout.shadowRoot?.querySelector('florin-pay-button') as HTMLElement;
  expect(getComputedStyle(button).backgroundColor).toBe('rgb(1, 2, 3)');
  expect(checkout.style.getPropertyValue('--florin-font-size-xl')).toBe('2rem');
  checkout.appearance = { variables: { colorPrimary: 'rgb(4 5 6)' } };
  await settled(checkout);
  expect(getComputedStyle(button).backgroundColor).toBe('rgb(4, 5, 6)');
  expect(checkout.style.getPropertyValue('--florin-font-size-xl')).toBe('');
});
