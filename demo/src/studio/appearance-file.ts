import { appearanceOf, type Design } from './design.js';
import { Gathering, type Accepts, type Reading } from './reading.js';

export function toAppearance(design: Design): string {
  return `${JSON.stringify(appearanceOf(design), null, 2)}\n`;
}

export function fromAppearance(file: Readonly<Record<string, unknown>>, accepts: Accepts): Reading {
  const gathering = new Gathering(accepts);
  const { variables = {}, rules, ...words } = file;
  for (const [name, value] of Object.entries(words)) gathering.choice(name, value);
  if (typeof variables === 'object' && variables !== null)
    for (const [name, value] of Object.entries(variables)) gathering.variable(name, value);
  else gathering.leave('variables: an object of names and values was expected.');
  if (rules !== undefined) gathering.leave('rules: the studio sets tokens only. Keep them in your own file.');
  return gathering.reading();
}
