import type { Resolved } from './figures.js';
import { tokens, type TokenType } from './tokens.js';

/** A property whose computed value tells what a token comes to. */
const told: Readonly<Record<TokenType, string>> = {
  color: 'color',
  dimension: 'text-indent',
  fontFamily: 'font-family',
  fontWeight: 'font-weight',
  number: 'flex-grow',
  duration: 'transition-duration',
  cubicBezier: 'transition-timing-function',
  shadow: 'box-shadow',
};

/** What each token comes to inside a checkout, as its browser computes it. It leaves nothing behind. */
export function resolvedIn(tag: Element): Resolved {
  const ground = tag.ownerDocument.createElement('div');
  ground.hidden = true;
  const probes = tokens.map(({ type, resolved }) => {
    const probe = tag.ownerDocument.createElement('span');
    probe.style.setProperty(told[type], `var(${resolved})`);
    return probe;
  });
  ground.append(...probes);
  tag.shadowRoot?.append(ground);
  const view = tag.ownerDocument.defaultView ?? window;
  const values = tokens.map(({ name, type }, index) => {
    const probe = probes[index];
    return [name, probe ? view.getComputedStyle(probe).getPropertyValue(told[type]) : ''];
  });
  ground.remove();
  return Object.fromEntries(values) as Resolved;
}
