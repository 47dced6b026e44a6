import { afterEach, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { fieldOf, mount } from '../card/card.fixture.js';
import { loadMessages } from '@florin/locale';
import '../define/pay-button.js';
import '../define/status.js';

const media = (features: { name: string; value: string }[]) => cdp().send('Emulation.setEmulatedMedia', { features });
const touch = (isOn: boolean) => cdp().send('Emulation.setTouchEmulationEnabled', { enabled: isOn });

/** Elements in every root below one. */
function* elementsIn(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* elementsIn(element.shadowRoot);
  }
}

async function placeAll(): Promise<void> {
  const messages = await loadMessages('en');
  await mount({ labels: 'floating' });
  for (const name of ['florin-pay-button', 'florin-status'] as const) {
    const element = Object.assign(document.createElement(name), { messages });
    document.body.append(element);
    await element.updateComplete;
  }
}

const seconds = (list: string) =>
  list.split(', ').map((each) => Number.parseFloat(each) * (each.endsWith('ms') ? 0.001 : 1));

const durations = () =>
  [...elementsIn(document.body)].flatMap((element) => {
    const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
    return [...seconds(transitionDuration), ...(animationName === 'florin-appear' ? seconds(animationDuration) : [])];
  });

afterEach(async () => {
  document.body.replaceChildren();
  await media([]);
  await touch(false);
});

it('is short', async () => {
  await placeAll();
  expect(Math.max(...durations())).toBe(0.15);
});

it('is none where less motion is asked for, whatever the page says', async () => {
  document.body.style.setProperty('--florin-motion-duration', '2s');
  await media([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await placeAll();
  expect(new Set(durations())).toEqual(new Set([0]));
  document.body.style.removeProperty('--florin-motion-duration');
});

it('a finger finds 44 px, whatever the tokens say', async () => {
  document.body.style.setProperty('--florin-field-height', '20px');
  document.body.style.setProperty('--florin-button-height', '20px');
  await placeAll();
  const card = await mount();
  const button = document.querySelector('florin-pay-button')?.shadowRoot?.querySelector('button') as Element;
  const heights = () => [fieldOf(card, /card number/i), button].map((each) => each.getBoundingClientRect().height);
  expect(Math.max(...heights())).toBeLessThan(44);
  await touch(true);
  await expect.poll(() => matchMedia('(pointer: coarse)').matches).toBe(true);
  expect(Math.min(...heights())).toBeGreaterThanOrEqual(44);
  document.body.removeAttribute('style');
});
