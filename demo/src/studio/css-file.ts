import { choices, splitOutside, type ChoiceName, type Design } from './design.js';
import { Gathering, type Accepts, type Reading } from './reading.js';
import { tokenOfProperty, tokens } from './tokens.js';

/** A style sheet for the page; what is chosen by a word is said on the tag, which a comment shows. */
export function toCss(design: Design): string {
  const attributes = Object.entries(design.choices).map(([name, value]) => ` ${name}="${value}"`);
  const tag = attributes.length > 0 ? `/* <florin-checkout${attributes.join('')}></florin-checkout> */\n` : '';
  return `${tag}florin-checkout {\n${declarationsOf(design)
    .map((line) => `  ${line}\n`)
    .join('')}}\n`;
}

/** In the order of the tokens: the same design is the same text. */
export function declarationsOf({ variables }: Design): string[] {
  return tokens.flatMap(({ name, property }) => {
    const value = variables[name];
    return value === undefined ? [] : [`${property}: ${value};`];
  });
}

export function fromCss(text: string, accepts: Accepts): Reading {
  const gathering = new Gathering(accepts);
  const tag = /<florin-checkout([^>]*)>/.exec(text)?.[1] ?? '';
  for (const [, name = '', value] of tag.matchAll(/([\w-]+)="([^"]*)"/g))
    if (isChoice(name)) gathering.choice(name, value);
  for (const [property, value] of declarationsIn(text)) {
    const name = tokenOfProperty.get(property)?.name;
    if (name) gathering.variable(name, value);
    else gathering.leave(`${property}: there is no such token.`);
  }
  return gathering.reading();
}

/** Only what is Florin's: the rest of a page's style sheet is not of interest. */
function* declarationsIn(text: string): Generator<[property: string, value: string]> {
  const bare = text.replace(/\/\*.*?\*\//gs, ' ');
  for (const block of bare.split(/[{}]/))
    for (const line of splitOutside(block, ';')) {
      const [, property, value] = /^(--florin-[\w-]+)\s*:(.*)$/s.exec(line) ?? [];
      if (property && value !== undefined) yield [property, value.replace(/\s+/g, ' ').trim()];
    }
}

function isChoice(name: string): name is ChoiceName {
  return Object.hasOwn(choices, name);
}
