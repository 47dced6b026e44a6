import { format, type MessageKey, type Messages } from '@florin/locale';
import { hostIn } from '../outside-view/web-address.js';
import type { Destination } from './destination.js';

/** `going`: this page is being left. `here`: the customer is, and nothing has been opened. The rest is about the window. */
export type Stage = 'going' | 'here' | 'open' | 'closed' | 'blocked';

const texts: Readonly<Record<Stage, MessageKey>> = {
  going: 'redirect.going',
  here: 'redirect.here',
  open: 'redirect.opened',
  closed: 'redirect.closed',
  blocked: 'redirect.blocked',
};

/** What there is to know, by name of the place where it goes on. */
export function stageText(stage: Stage, messages: Messages, destination: Destination): string {
  return named(texts[stage], messages, destination);
}

/** What the button does. */
export function pressText(stage: Stage, isPopup: boolean, messages: Messages, destination: Destination): string {
  if (stage === 'open') return messages['redirect.show'];
  if (stage === 'blocked') return messages['redirect.go_here'];
  return named(isPopup ? 'redirect.open' : 'redirect.continue', messages, destination);
}

function named(key: MessageKey, messages: Messages, { url }: Destination): string {
  return format(messages[key], { host: hostIn(url) });
}
