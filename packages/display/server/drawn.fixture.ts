import { render } from './render.js';

/** A tag as a page writes it. What is no text is written as JSON. */
export function tagOf(name: string, attributes: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(attributes).map(([key, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return ` ${key}="${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  });
  return `<${name}${said.join('')}></${name}>`;
}

/** The HTML that a server draws, without styles and the renderer's own marks. */
export async function drawn(html: string): Promise<string> {
  const whole = await render(html);
  return whole
    .replace(/<style[^>]*>.*?<\/style>/gs, '')
    .replace(/<!--.*?-->/gs, '')
    .replace(/ (?:class|[cs]-id)="[^"]*"/g, '')
    .replaceAll('&nbsp;', '\u00a0');
}

/** What can be read of it, one line for each piece of text. */
export async function textOf(html: string): Promise<string[]> {
  const body = await drawn(html);
  return body
    .split(/<[^>]*>/)
    .map((text) => text.replaceAll('&amp;', '&').trim())
    .filter(Boolean);
}
