import type { Challenge } from './challenges.js';
import { creqOf, cresOf } from './messages.js';

/** What the fields of a challenge are called. The first version is told by its names alone: its messages are those of the second here. */
interface Wording {
  request: string;
  response: string;
  /** What goes back as it came: the session of 3-D Secure 2, the merchant's data of the first version. */
  echo: string;
  /** Where to, which the second version has in the authentication before. */
  back: string | null;
}

const wordings = {
  v2: { request: 'creq', response: 'cres', echo: 'threeDSSessionData', back: null },
  v1: { request: 'PaReq', response: 'PaRes', echo: 'MD', back: 'TermUrl' },
  // An acquirer's own, as nobody else calls them.
  named: { request: 'auth_request', response: 'auth_response', echo: 'auth_reference', back: 'auth_return' },
} satisfies Record<string, Wording>;

export type WordingName = keyof typeof wordings;

/** What the browser is to post to the issuer. */
export function paramsOf(challenge: Challenge, name: WordingName): Record<string, string> {
  const { request, echo, back }: Wording = wordings[name];
  if (back === null) return { [request]: creqOf(challenge) };
  return {
    [request]: creqOf(challenge),
    [echo]: `md ${challenge.acsTransId.slice(0, 8)}`,
    [back]: challenge.notificationUrl,
  };
}

export interface Posted {
  creq: string | undefined;
  /** `false`: fields that had to be posted as they were given were not. */
  isWhole(challenge: Challenge): boolean;
  /** All that was posted, to be posted on to the issuer's next page. */
  fields: Record<string, string>;
  /** What the browser carries back. */
  answer(challenge: Challenge): Record<string, string>;
}

/** What was posted, under whichever names. */
export function readPosted(form: Record<string, string>): Posted {
  const names: readonly Wording[] = Object.values(wordings);
  const { request, response, echo, back } = names.find((wording) => form[wording.request] !== undefined) ?? wordings.v2;
  const kept = form[echo] === undefined ? {} : { [echo]: form[echo] };
  const given = [request, echo, ...(back === null ? [] : [back])];
  return {
    creq: form[request],
    isWhole: ({ notificationUrl }) => back === null || (form[back] === notificationUrl && form[echo] !== undefined),
    fields: Object.fromEntries(Object.entries(form).filter(([name]) => given.includes(name))),
    answer: (challenge) => ({ [response]: cresOf(challenge), ...kept }),
  };
}
