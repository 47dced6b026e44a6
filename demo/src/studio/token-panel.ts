import { controlOf, type Control } from './control.js';
import type { Design } from './design.js';
import { element } from './element.js';
import type { Resolved, Scheme } from './figures.js';
import { groups, tokens, type Token } from './tokens.js';

/** Controls of every token: the handful first, the others by their groups. */
export function tokenPanel(place: HTMLElement, set: (token: Token, value: string | null) => void) {
  const controls = new Map<Token, Control>(tokens.map((token) => [token, controlOf(token, set)]));
  const elementsOf = (some: readonly Token[]) => some.flatMap((token) => controls.get(token)?.element ?? []);
  const basics = tokens.filter(({ isBasic }) => isBasic);
  place.append(element('h3', { textContent: 'Basics' }), ...elementsOf(basics));

  const drawers = [...groups].flatMap(([name, members]) => {
    const others = members.filter(({ isBasic }) => !isBasic);
    const count = element('span', { className: 'count' });
    const summary = element('summary', {}, element('span', { textContent: name }), count);
    return others.length === 0
      ? []
      : [{ others, count, drawer: element('details', {}, summary, ...elementsOf(others)) }];
  });
  place.append(element('h3', { textContent: 'Everything else' }), ...drawers.map(({ drawer }) => drawer));

  return {
    show({ variables }: Design, resolved: Readonly<Record<Scheme, Resolved>> | null): void {
      for (const control of controls.values()) control.show(variables[control.token.name], resolved);
      for (const { others, count } of drawers) {
        const changed = others.filter(({ name }) => variables[name] !== undefined).length;
        count.textContent = changed > 0 ? `${changed} of ${others.length} set` : String(others.length);
      }
    },
  };
}
