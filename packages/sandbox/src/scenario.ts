import { asks, behaviours, type Asks, type Behaviour } from './asks.js';

/**
 * What a test wants a provider to do with one payment, whatever the card: the header `X-Sandbox-Scenario` of the call that
 * starts it, as JSON. The simulator's own words are the provider's, listed or not.
 */
export interface Scenario {
  /** Native status that the payment ends in. */
  status?: string;
  /** Native status of what attempts belong to, where the provider keeps the two apart and `status` does not say it. */
  intent?: string;
  /** Native failure code, resolution or partner's status. */
  code?: string;
  /** Native category, where the provider has one. */
  category?: string;
  /** ms after the answer to "pay" in which the outcome comes; until then the payment is under way. */
  after?: number;
  /** How webhooks come: `reversed` sends a later one before an earlier one. */
  webhooks?: 'once' | 'twice' | 'reversed' | 'never';
  /** How answers about this payment look; where there is an `after`, until then. */
  answers?: 'whole' | 'truncated' | 'not_json' | 'wrong_types' | 'without_status';
  /** Fields that stand in the payment's native JSON in place of those that would. */
  fields?: Record<string, unknown>;
  /** What the customer is asked for before the outcome comes. */
  asks?: Asks;
  /** How whoever asks goes wrong. Of two steps the first one does. */
  behaves?: Behaviour;
  /** ms until what is asked for expires; of a 3-D Secure method, how long its page may take. */
  expiresIn?: number;
  /** ms until another code or another push may be asked for. */
  resendIn?: number;
}

export const SCENARIO_HEADER = 'X-Sandbox-Scenario';

/** `{}`: none was asked for. A header that is no JSON object of these fields asks for nothing either, which would hide a typing mistake: it throws. */
export function readScenario(header: string | undefined | null): Scenario {
  if (!header) return {};
  const scenario: unknown = parseJson(header);
  if (typeof scenario !== 'object' || scenario === null || Array.isArray(scenario)) throw new ScenarioError();
  for (const [name, value] of Object.entries(scenario))
    // An own one: `constructor` is on every object.
    if (!Object.hasOwn(checks, name) || !checks[name as keyof Scenario](value)) throw new ScenarioError(name);
  return scenario;
}

export class ScenarioError extends Error {
  constructor(name?: string) {
    super(name ? `The scenario's "${name}" is not known, or not of its kind.` : 'The scenario is not a JSON object.');
    this.name = 'ScenarioError';
  }
}

/** A timer takes no longer wait, and runs at once instead. */
const LONGEST = 2 ** 31 - 1;

const isText = (value: unknown): boolean => typeof value === 'string';
const oneOf =
  (...words: string[]) =>
  (value: unknown) =>
    words.includes(value as string);

const isDelay = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= LONGEST;

const checks: Record<keyof Scenario, (value: unknown) => boolean> = {
  status: isText,
  intent: isText,
  code: isText,
  category: isText,
  after: isDelay,
  webhooks: oneOf('once', 'twice', 'reversed', 'never'),
  answers: oneOf('whole', 'truncated', 'not_json', 'wrong_types', 'without_status'),
  fields: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  asks: oneOf(...asks),
  behaves: oneOf(...behaviours),
  expiresIn: isDelay,
  resendIn: isDelay,
};

/** An answer about a payment, spoilt as its scenario asks. `body` is the whole of it. */
export function answerAs(
  { answers = 'whole' }: Scenario,
  body: unknown,
  { httpStatus = 200, statusField = 'status' }: { httpStatus?: number; statusField?: string } = {},
): Response {
  const headers = { 'Content-Type': 'application/json' };
  const text = JSON.stringify(body);
  switch (answers) {
    case 'whole':
      return new Response(text, { status: httpStatus, headers });
    case 'truncated':
      return new Response(text.slice(0, Math.floor(text.length / 2)), { status: httpStatus, headers });
    case 'not_json':
      return new Response('<html><body>Bad gateway</body></html>', {
        status: httpStatus,
        headers: { 'Content-Type': 'text/html' },
      });
    case 'wrong_types':
      return new Response(JSON.stringify(mapFields(body, statusField, () => 7)), { status: httpStatus, headers });
    case 'without_status':
      return new Response(JSON.stringify(mapFields(body, statusField, () => undefined)), {
        status: httpStatus,
        headers,
      });
  }
}

/** The same JSON with every field of this name made anew. */
function mapFields(value: unknown, name: string, make: () => unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => mapFields(each, name, make));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, key === name ? make() : mapFields(each, name, make)]),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
