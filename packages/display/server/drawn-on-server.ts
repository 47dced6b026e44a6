import { createElement, use, type ReactNode } from 'react';
import { renderTag, type RenderedTag } from './render-tag.js';

interface Props {
  children?: ReactNode;
  /** Of the page's policy. In the browser it is of no use, and need not be there. */
  nonce?: string | undefined;
  className?: string | undefined;
}

/** ms that a drawing is kept once it is done: React asks a component again when its promise is settled. */
const KEPT = 1_000;

/** Tag → its drawing. A page that shows the same tag twice draws it once. */
const drawings = new Map<string, Promise<RenderedTag>>();

/**
 * A component that draws its element with its shadow root while React draws the page: no pass over the whole HTML is needed,
 * so that a page can be streamed. React needs the promise that it waits for, hence `use` and React 19.
 */
export function drawnOnServer(tag: string, { prototype }: { prototype: object }) {
  return function FlorinElement({ children, nonce, className, ...props }: Props): ReactNode {
    const attributes: Record<string, string> = {};
    const rest: Record<string, unknown> = {};
    for (const [name, value] of Object.entries<unknown>(props)) {
      // The rest is React's: `id`, `style`, `aria-…`. Handlers wait for the browser.
      if (!(name in prototype)) rest[name] = value;
      else if (isSaid(value)) attributes[attributeOf(name)] = value === true ? '' : String(value);
    }
    const drawn = use(draw(tag, attributes, nonce));
    return createElement(
      tag,
      {
        ...rest,
        ...drawn.attributes,
        class: [drawn.attributes['class'], className].filter(Boolean).join(' '),
        // What the element itself writes onto its host is not in what the browser's component says.
        suppressHydrationWarning: true,
      },
      createElement('template', { shadowrootmode: 'open', dangerouslySetInnerHTML: { __html: drawn.shadow } }),
      children,
    );
  };
}

function draw(tag: string, attributes: Record<string, string>, nonce: string | undefined): Promise<RenderedTag> {
  const key = JSON.stringify([tag, attributes, nonce]);
  const there = drawings.get(key);
  if (there) return there;
  const drawing = renderTag(tag, attributes, nonce === undefined ? {} : { nonce });
  drawings.set(key, drawing);
  const drop = () => void setTimeout(() => drawings.delete(key), KEPT).unref();
  drawing.then(drop, drop);
  return drawing;
}

function isSaid(value: unknown): value is string | number | true {
  return typeof value === 'string' || typeof value === 'number' || value === true;
}

/** `timeZone` → `time-zone`, as Stencil names them. */
function attributeOf(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
