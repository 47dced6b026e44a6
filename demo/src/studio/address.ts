import { choiceNames, type Design } from './design.js';
import { Gathering, type Accepts, type Reading } from './reading.js';
import { tokens } from './tokens.js';

/** Raised when an address of before would be read wrong. */
const VERSION = '1';

/** What is looked at: it goes along in the address, and is no part of the design. */
export const viewNames = ['state', 'locale', 'dir', 'width', 'show'] as const;
export type View = Partial<Record<(typeof viewNames)[number], string>>;

/** What stands behind the `#`: it is not sent to any server. One design has one address. */
export function toAddress({ choices, variables }: Design, view: View): string {
  const words = choiceNames.flatMap((name) => pairOf(name, choices[name]));
  const values = tokens.flatMap(({ name }) => pairOf(name, variables[name]));
  return new URLSearchParams([['v', VERSION], ...Object.entries(view), ...words, ...values])
    .toString()
    .replaceAll('%23', '#')
    .replaceAll('%28', '(')
    .replaceAll('%29', ')')
    .replaceAll('%2C', ',');
}

export function fromAddress(hash: string, accepts: Accepts): Reading & { view: View } {
  const gathering = new Gathering(accepts);
  const settings = new URLSearchParams(hash.replace(/^#/, ''));
  const view: View = {};
  const version = settings.get('v');
  if (version !== null && version !== VERSION)
    gathering.leave(`This address was written by another version of the studio (${version.slice(0, 8)}).`);
  for (const [name, value] of settings) {
    const viewName = viewNames.find((each) => each === name);
    if (viewName) view[viewName] = value;
    else if (choiceNames.some((each) => each === name)) gathering.choice(name, value);
    else if (name !== 'v') gathering.variable(name, value);
  }
  return { ...gathering.reading(), view };
}

function pairOf(name: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[name, value]];
}
