import type { Intent } from '@florin/contract';
import type { CSSResult } from 'lit';
import type { Installments } from '../installments/installments.js';
import { untilLoaded } from '../loading/until-loaded.js';
import { isOther } from '../methods/other-method.js';
import type { OtherMethods } from '../methods/other-methods.js';
import type { SavedCards } from '../saved-card/saved-cards.js';
import type { DrawableMethod, OfferedMethod } from './method-list.js';
import type { Places } from './places.js';

/** What the file of such a part exports. */
interface PartFile<Part, Calls> {
  createPart(host: Places, calls: Calls): Part;
  /** For the tag's own root. */
  partStyles: CSSResult;
}

/** A part of the form that few intents need: its file is fetched when one does. */
export class MethodPart<Part, Calls = never> {
  /** The part, once it is there. */
  now: Part | null = null;
  /** It is needed, and on the way. */
  isAwaited = false;

  constructor(
    private readonly host: Places,
    private readonly calls: Calls,
    private readonly load: () => Promise<PartFile<Part, Calls>>,
  ) {}

  need(): void {
    if (!this.now && !this.isAwaited) void this.fetch();
  }

  private async fetch(): Promise<void> {
    const { host } = this;
    this.isAwaited = true;
    const file = await untilLoaded(this.load);
    this.isAwaited = false;
    if (!file) return;
    host.adopt(file.partStyles.styleSheet);
    this.now = file.createPart(host, this.calls);
    host.requestUpdate();
  }
}

type Needed<Part> = Pick<MethodPart<Part>, 'now' | 'need'>;

/** The parts of the form that its methods may need. */
export interface Parts {
  saved: Needed<SavedCards>;
  installments: Needed<Installments>;
  others: Needed<OtherMethods>;
}

/**
 * The methods as they can be drawn now. Saved cards and what is no card are not before their code is there; of installments
 * the card is, so that it can be typed in, and not be paid with: nobody agrees to a plan that they have not been shown.
 */
export function drawnWith(
  { saved, installments, others }: Parts,
  offered: OfferedMethod[],
  intent: Intent,
): DrawableMethod[] {
  for (const method of offered)
    if (method.type === 'installments') installments.need();
    else if (method.type === 'saved_card' && method.cards.length > 0) saved.need();
    else if (isOther(method)) others.need();
  const there = others.now?.offeredIn(offered, intent) ?? offered.filter((method) => !isOther(method));
  const methods = installments.now?.withPlans(there, intent.amount) ?? there;
  return saved.now?.rowsOf(methods) ?? methods.filter((method) => method.type !== 'saved_card');
}
