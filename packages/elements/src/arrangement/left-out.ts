import { warnOnce } from '../checkout/warn-once.js';
import { wear } from './part.styles.js';

/** A part that the checkout does not use is not there: what is typed into it would be lost, and nothing would come of a press. */
export function leaveOut(part: Element, placed: ReadonlySet<Element>): void {
  // It has been moved meanwhile to where it can be used.
  if (placed.has(part)) return;
  wear(part);
  part.toggleAttribute('hidden', true);
  warnOnce(
    `a <${part.localName}> is not used: it stands in a named slot, or came once the form had been filled in. Ours is shown.`,
  );
}
