import { choiceNames, choices, type ChoiceName, type Design } from './design.js';
import { tokenNamed, type Token, type VariableName } from './tokens.js';

/** Whether a browser takes this value for a token. Asked of the browser, so that a test can do without one. */
export type Accepts = (token: Token, value: string) => boolean;

/** What has been read, and what of it was left out, in words. */
export interface Reading {
  design: Design;
  left: string[];
}

/** Gathers what stands in a file or an address. What is not known is left out, and said. */
export class Gathering {
  readonly left: string[] = [];
  readonly #choices: Partial<Record<ChoiceName, string>> = {};
  readonly #variables: Partial<Record<VariableName, string>> = {};

  constructor(private readonly accepts: Accepts) {}

  variable(name: string, value: unknown): void {
    const token = tokenNamed.get(name);
    if (!token) this.leave(`${name}: there is no such token.`);
    else if (typeof value !== 'string' || !isHarmless(value) || !this.accepts(token, value))
      this.leave(`${token.path}: “${String(value).slice(0, 60)}” cannot be used there.`);
    else this.#variables[token.name] = value.trim();
  }

  choice(name: string, value: unknown): void {
    const known = choiceNames.find((each) => each === name);
    if (!known) this.leave(`${name}: there is no such setting.`);
    else if (typeof value !== 'string' || !Object.hasOwn(choices[known], value))
      this.leave(`${name}: “${String(value).slice(0, 60)}” is not one of ${Object.keys(choices[known]).join(', ')}.`);
    else if (value !== Object.keys(choices[known])[0]) this.#choices[known] = value;
  }

  leave(why: string): void {
    this.left.push(why);
  }

  get isEmpty(): boolean {
    return Object.keys(this.#choices).length + Object.keys(this.#variables).length === 0;
  }

  reading(): Reading {
    return { design: { choices: this.#choices, variables: this.#variables }, left: this.left };
  }
}

/** What could end a declaration, or fetch something, is no value: it may come from an address that a stranger sent. */
function isHarmless(value: string): boolean {
  return value.trim() !== '' && value.length <= 400 && !/[{}<;\\@!]|url\(|image|var\(|env\(|\/\*/i.test(value);
}
