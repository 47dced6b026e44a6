import { createElement, type ReactElement } from 'react';
import { prerender } from 'react-dom/static';
import { expect, test } from 'vitest';
import { FlorinAcceptedMethods } from '@florin/display/react';
import * as forServers from '@florin/display/react';
import * as forBrowsers from '@florin/display/react/client';

async function drawn(element: ReactElement): Promise<string> {
  const { prelude } = await prerender(element);
  return new Response(prelude).text();
}

test('React draws an element with what stands in it, readable without a script', async () => {
  const html = await drawn(createElement(FlorinAcceptedMethods, { methods: 'visa, Alma', locale: 'fr' }));
  expect(html).toMatch(
    /^<florin-accepted-methods [^>]*methods="visa, Alma"[^>]*><template shadowrootmode="open"><style/,
  );
  expect(html).toContain('aria-label="Moyens de paiement"');
  expect(html).toMatch(/Alma.*<\/template><\/florin-accepted-methods>$/);
});

test('what the element writes of where it was drawn stands in the tag', async () => {
  const html = await drawn(createElement(FlorinAcceptedMethods, { methods: 'visa' }));
  expect(html).toMatch(/<florin-accepted-methods [^>]*locale="en"/);
});

test('a prop is text, whatever it looks like', async () => {
  const evil = `"><img src=x onerror=alert(1)> & &quot; {{ 6 * 7 }} </template>`;
  const html = await drawn(createElement(FlorinAcceptedMethods, { methods: evil, label: evil, title: evil }));
  // Between quotes a sign is a sign; what is left are the tags.
  const tags = html.replace(/="[^"]*"/g, '');
  expect(tags).not.toContain('<img');
  expect(tags.match(/<\/template>/g)).toHaveLength(1);
  const escaped = '&quot;&gt;&lt;img src=x onerror=alert(1)&gt; &amp; &amp;quot; {{ 6 * 7 }} &lt;/template&gt;';
  for (const name of ['methods', 'label', 'title']) expect(html).toContain(` ${name}="${escaped}"`);
});

test('styles carry the nonce of the page, and nothing else does', async () => {
  const html = await drawn(createElement(FlorinAcceptedMethods, { methods: 'visa', nonce: 'n0nce' }));
  expect(html.match(/<style /g)).toHaveLength(1);
  expect(html.match(/n0nce/g)).toHaveLength(1);
  expect(html).toContain('<style nonce="n0nce"');
});

test('what is not the element’s own stays React’s', async () => {
  const html = await drawn(
    createElement(FlorinAcceptedMethods, {
      methods: 'visa',
      className: 'wide',
      tabIndex: -1,
      onClick: () => undefined,
    }),
  );
  expect(html).toMatch(/^<florin-accepted-methods [^>]*tabindex="-1"/i);
  expect(html).toMatch(/class="[^"]*hydrated[^"]* wide"/);
  expect(html).not.toMatch(/onclick/i);
});

test('drawings side by side are not mixed up', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `Way ${index}`);
  const pages = await Promise.all(names.map((methods) => drawn(createElement(FlorinAcceptedMethods, { methods }))));
  for (const [index, page] of pages.entries())
    expect([...page.matchAll(/Way \d+/g)].map(([name]) => name)).toContain(names[index]);
  expect(pages.map((page) => new Set(page.match(/Way \d+/g)).size)).toEqual(names.map(() => 1));
});

test('each element has both halves', () => {
  const components = Object.keys(forBrowsers).filter((name) => name.startsWith('Florin'));
  expect(components).toHaveLength(4);
  expect(new Set(Object.keys(forServers))).toEqual(new Set(components));
});
