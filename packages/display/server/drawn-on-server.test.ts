import { createElement } from 'react';
import { prerender } from 'react-dom/static';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { drawnOnServer } from './drawn-on-server.js';
import { renderTag, type RenderedTag } from './render-tag.js';

vi.mock('./render-tag.js', () => ({ renderTag: vi.fn<typeof renderTag>() }));

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
afterEach(() => void vi.useRealTimers());

it('a drawing that takes long is not begun again when React asks for it', async () => {
  let finish: ((drawn: RenderedTag) => void) | undefined;
  const draw = vi.mocked(renderTag).mockImplementation(() => new Promise((resolve) => (finish = resolve)));
  const Slow = drawnOnServer('florin-slow', { prototype: {} });
  const page = prerender(createElement(Slow));
  await vi.waitFor(() => expect(draw).toHaveBeenCalled());
  await vi.advanceTimersByTimeAsync(10_000);
  finish?.({ attributes: {}, shadow: 'Paid' });
  const { prelude } = await page;
  expect(await new Response(prelude).text()).toContain('Paid');
  expect(draw).toHaveBeenCalledTimes(1);
});
