import type { CheckoutProblem } from '@florin/core';
import { format, type Messages } from '@florin/locale';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import '../define/security-code.js';
import type { DrawableMethod, OfferedMethod } from '../checkout/method-list.js';
import { savedCardMethods, type SavedCardMethod } from './saved-card-method.js';
import { renderRemoved, renderSavedCard, type SavedCardContext } from './saved-card-template.js';
import { spokenName } from './saved-card-words.js';

export { savedCardStyles as partStyles } from './saved-card.styles.js';

interface Host extends Pick<ReactiveControllerHost, 'requestUpdate' | 'updateComplete'> {
  readonly shadowRoot: ShadowRoot | null;
}

interface Calls {
  remove(id: string): Promise<CheckoutProblem | null>;
  restore(id: string): Promise<CheckoutProblem | null>;
  /** Says something to whoever listens to the page instead of looking at it. */
  say(text: string): void;
  /** ms on the backend's clock. */
  serverNow(): number;
}

/** A card whose row is no longer what the intent says, or on the way there. */
interface Change {
  method: SavedCardMethod;
  /** Where its row stands. */
  index: number;
  isRemoved: boolean;
  /** The backend is being asked. */
  isBusy: boolean;
  /** The backend has not done it. */
  hasFailed: boolean;
}

/** The rows of the saved cards: what has been removed keeps its place, with the way back, until the customer leaves. */
export class SavedCards {
  private readonly changes = new Map<string, Change>();

  constructor(
    private readonly host: Host,
    private readonly calls: Calls,
  ) {}

  /** The methods with a row for each card, and between them the rows of removed cards where they stood. */
  rowsOf(methods: readonly OfferedMethod[]): DrawableMethod[] {
    const now = this.calls.serverNow();
    const rows = methods.flatMap((method): DrawableMethod[] =>
      method.type === 'saved_card' ? savedCardMethods(method, now) : [method],
    );
    const removed = [...this.changes.values()].filter(({ isRemoved }) => isRemoved);
    removed.sort((one, other) => one.index - other.index);
    for (const { method, index } of removed) {
      const row = { ...method, isRemoved: true };
      const place = rows.findIndex(({ key }) => key === method.key);
      // Until it is restored its row says so, whatever a read brings meanwhile.
      if (place >= 0) rows[place] = row;
      else rows.splice(Math.min(index, rows.length), 0, row);
    }
    return rows;
  }

  render(method: SavedCardMethod, index: number, context: SavedCardContext): TemplateResult {
    const change = this.changes.get(method.card.id);
    const row = {
      ...context,
      isChanging: change?.isBusy ?? false,
      hasFailed: change?.hasFailed ?? false,
      change: () => void this.change(method, index, context.messages),
    };
    return method.isRemoved ? renderRemoved(method, row) : renderSavedCard(method, row);
  }

  /** Removes a card, or brings it back: whichever it is not. The row changes when the backend has said so, not before. */
  private async change(method: SavedCardMethod, index: number, messages: Messages): Promise<void> {
    const { card } = method;
    const change = this.changes.get(card.id) ?? { method, index, isRemoved: false, isBusy: false, hasFailed: false };
    if (change.isBusy) return;
    this.changes.set(card.id, change);
    const isRemoval = !change.isRemoved;
    const hadFocus = this.hasFocus(method);
    Object.assign(change, { isBusy: true, hasFailed: false });
    this.host.requestUpdate();
    const problem = await (isRemoval ? this.calls.remove(card.id) : this.calls.restore(card.id));
    Object.assign(change, { isBusy: false, hasFailed: problem !== null });
    if (!problem) change.isRemoved = isRemoval;
    const outcome = problem ? `${isRemoval ? 'remove' : 'restore'}_failed` : isRemoval ? 'removed' : 'restored';
    const key = `saved_card.${outcome}` as 'saved_card.removed';
    this.calls.say(format(messages[key], { card: spokenName(card, messages) }));
    this.host.requestUpdate();
    await this.host.updateComplete;
    // The button that was pressed has gone with its row: the focus goes to the one that undoes it.
    if (hadFocus)
      (this.buttonOf(method) ?? this.host.shadowRoot?.querySelector<HTMLElement>('[name=method]:checked'))?.focus();
  }

  private hasFocus(method: SavedCardMethod): boolean {
    const button = this.buttonOf(method);
    return button !== null && this.host.shadowRoot?.activeElement === button;
  }

  private buttonOf({ key }: SavedCardMethod): HTMLElement | null {
    return this.host.shadowRoot?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"] button`) ?? null;
  }
}

export function createPart(...needs: ConstructorParameters<typeof SavedCards>): SavedCards {
  return new SavedCards(...needs);
}
