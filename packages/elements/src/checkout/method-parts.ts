import type { Intent } from '@florin/contract';
import type { CSSResult } from 'lit';
import type { Installments } from '../installments/installments.js';
import { untilLoaded } from '../loading/until-loaded.js';
import { isOther } from '../methods/other-method.js';
import type { OtherMethods } from '../methods/other-methods.js';
import type { SavedCards } from '../saved-card/saved-cards.js';
import { assumedMethod } from './assumed-form.js';
import type { DrawableMethod, OfferedMethod } from './method-list.js';
import type { MethodRows, RowsContext } from './method-rows.js';
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

  private fetched: Promise<void> | null = null;

  /** `base`: what it is drawn in, and whose rules come before its own. */
  constructor(
    private readonly host: Places,
    private readonly calls: Calls,
    private readonly load: () => Promise<PartFile<Part, Calls>>,
    private readonly base: { need(): Promise<void> } | null = null,
  ) {}

  need(): Promise<void> {
    return (this.fetched ??= this.fetch());
  }

  private async fetch(): Promise<void> {
    const { host } = this;
    this.isAwaited = true;
    const [file] = await Promise.all([untilLoaded(this.load), this.base?.need()]);
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
  rows: Needed<(context: RowsContext) => MethodRows>;
  saved: Needed<SavedCards>;
  installments: Needed<Installments>;
  others: Needed<OtherMethods>;
}

/**
 * The methods as they can be drawn now. Saved cards and what is no card are not before their code is there; of installments
 * the card is, so that it can be typed in, and not be paid with: nobody agrees to a plan that they have not been shown.
 * A card alone needs no rows. Where there is more, the first card is all until the rows are there.
 */
export function drawnWith(
  { rows, saved, installments, others }: Parts,
  offered: OfferedMethod[],
  intent: Intent,
): DrawableMethod[] {
  const shown = offered.filter((method) => method.type !== 'saved_card' || method.cards.length > 0);
  if (shown.length !== 1 || shown[0]?.type !== 'card') void rows.need();
  for (const method of offered)
    if (method.type === 'installments') void installments.need();
    else if (method.type === 'saved_card' && method.cards.length > 0) void saved.need();
    else if (isOther(method)) void others.need();
  const there = others.now?.offeredIn(offered, intent) ?? offered.filter((method) => !isOther(method));
  const methods = installments.now?.withPlans(there, intent.amount) ?? there;
  const drawable = saved.now?.rowsOf(methods) ?? methods.filter((method) => method.type !== 'saved_card');
  return rows.now ? drawable : drawable.filter(({ key }) => key === assumedMethod.key);
}
