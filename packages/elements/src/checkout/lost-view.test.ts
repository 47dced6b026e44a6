import { afterEach, expect, it, vi } from 'vitest';
import { asked, follow, ScriptedCheckout } from './checkout.fixture.js';
import { intentOf } from './intent.fixture.js';
import { inside, seen } from './place.fixture.js';

const network = vi.hoisted(() => ({ isLost: true, tries: 0 }));

vi.mock('../define/index.js', () => ({}));
vi.mock('../define/qr.js', async (original) => {
  network.tries += 1;
  if (network.isLost) throw new TypeError('Failed to fetch dynamically imported module');
  return original();
});

afterEach(() => {
  document.body.replaceChildren();
});

it('a view whose file is lost shows its words, and is there once the file is', async () => {
  await import('../define/checkout.js');
  const scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf() });
  const checkout = await follow(scripted);
  scripted.tell(asked({ type: 'qr', content: 'x', copy_code: 'ABC' }));
  await expect.poll(() => seen(checkout)).toContain('Scan to pay');
  expect(customElements.get('florin-qr')).toBeUndefined();
  network.isLost = false;
  await expect.poll(() => checkout.shadowRoot?.querySelector('florin-qr')?.shadowRoot, { timeout: 5000 }).toBeTruthy();
  const view = checkout.shadowRoot?.querySelector('florin-qr') as Element;
  expect(inside(view).getByRole('button', { name: 'Copy the code' })).toBeVisible();
});
