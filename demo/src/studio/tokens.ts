import type { AppearanceVariables } from '@florin/elements';
import file from '@florin/elements/tokens.json' with { type: 'json' };

/** A group of tokens in the DTCG format, or a token. */
interface TokenGroup {
  readonly $type?: string;
  readonly $value?: unknown;
  readonly $description?: string;
  readonly $extensions?: { readonly 'florin.checkout'?: { readonly basic?: boolean; readonly dark?: unknown } };
  readonly [name: string]: unknown;
}

/** `colorPrimary`: what a token is called in `appearance.variables`. */
export type VariableName = keyof AppearanceVariables;

export type TokenType =
  'color' | 'dimension' | 'fontFamily' | 'fontWeight' | 'number' | 'duration' | 'cubicBezier' | 'shadow';

export interface Token {
  /** `color.primary`: where it stands in the file. */
  path: string;
  name: VariableName;
  /** `--florin-color-primary`. */
  property: string;
  /** `--_color-primary`: what an element makes of it, whether or not a page has set it. */
  resolved: string;
  type: TokenType;
  description: string;
  group: string;
  /** One of the handful that all others come from. */
  isBasic: boolean;
  /** As it stands in the file. */
  definition: TokenGroup;
}

export const tokens: readonly Token[] = [...tokensIn(file, [], undefined)];

export const tokenNamed = new Map<string, Token>(tokens.map((token) => [token.name, token]));
export const tokenAt = new Map<string, Token>(tokens.map((token) => [token.path, token]));
export const tokenOfProperty = new Map<string, Token>(tokens.map((token) => [token.property, token]));

/** Group → its tokens, in the order of the file. */
export const groups: ReadonlyMap<string, readonly Token[]> = tokens.reduce(
  (all, token) => all.set(token.group, [...(all.get(token.group) ?? []), token]),
  new Map<string, Token[]>(),
);

/** What a token is called on the screen: `button text`. */
export function titleOf({ path, group }: Token): string {
  const own = path.slice(group.length + 1).replaceAll('-', ' ');
  return group === 'color' ? own : `${group} ${own}`;
}

function* tokensIn(group: TokenGroup, path: readonly string[], inherited: string | undefined): Generator<Token> {
  const type = group.$type ?? inherited;
  if ('$value' in group) {
    const name = path.join('-');
    yield {
      path: path.join('.'),
      name: name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) as VariableName,
      property: `--florin-${name}`,
      resolved: `--_${name}`,
      type: type as TokenType,
      description: group.$description ?? '',
      group: path[0] ?? '',
      isBasic: group.$extensions?.['florin.checkout']?.basic ?? false,
      definition: type === undefined || group.$type ? group : { $type: type, ...group },
    };
    return;
  }
  for (const [name, inner] of Object.entries(group))
    if (!name.startsWith('$')) yield* tokensIn(inner as TokenGroup, [...path, name], type);
}
