import { nothing } from 'lit';
import { arrangedStyles } from './arranged.styles.js';
import type { FlorinCard } from '../card/card.js';
import { cardProperties, takesCard } from '../checkout/card-properties.js';
import { renderWays, type FormContext } from '../checkout/form-template.js';
import type { PlacedPart as Part, Places } from '../checkout/places.js';
import { warnOnce } from '../checkout/warn-once.js';
import '../define/messages.js';
import '../define/methods.js';
import '../define/pay-button.js';
import '../define/status.js';
import type { FlorinStatus } from '../status/status.js';
import { askForCheckout } from './checkout-context.js';
import { childAround } from './child-around.js';
import { dressCard } from './own-looks.js';
import { partSheet, wear } from './part.styles.js';

interface Host extends HTMLElement {
  readonly placed: Set<Part>;
  labels: string;
  inputs: string;
  cardPicture: boolean;
  requestUpdate(): void;
}

interface Language {
  locale: string;
  direction: 'ltr' | 'rtl';
}

/** Draws in the parts that a page has placed inside its checkout, and tells when one of them has gone. */
export class Arrangement {
  private readonly known = new WeakSet<Part>();
  private readonly refused = new WeakSet<Part>();
  private hadForm = false;

  constructor(
    private readonly host: Host,
    private readonly places: Places,
  ) {
    places.adopt(arrangedStyles.styleSheet);
  }

  /** `form`: as the checkout would draw it; `null` once it is over. `view`: what stands in the place of the form. */
  draw(form: FormContext | null, view: HTMLElement | null, { locale, direction }: Language): void {
    const { host, places } = this;
    const isHidden = !form || form.isHidden;
    for (const part of host.placed) {
      // It may have gone before it was met, or while the checkout was out of the page.
      if (this.isInside(part)) this.meet(part);
      else this.letGo(part);
    }
    const language = { language: locale, direction };
    for (const part of host.placed) {
      const isFirst = part === places.placed(part.localName);
      if (part.localName !== 'florin-pay-button' && !isFirst) this.refuse(part);
      else if (part.localName === 'florin-methods')
        give(part, { ...language, hidden: isHidden, content: form ? renderWays(form) : nothing });
      else if (part.localName === 'florin-messages')
        give(part, { ...language, hidden: isHidden || form.notice === nothing, content: form?.notice ?? nothing });
      else if (part.localName === 'florin-status') give(part, { view, hidden: !view });
      else if (isCard(part)) this.drawCard(part, form);
      else
        give(part, {
          hidden: isHidden,
          ...(form && {
            amount: form.amount,
            words: form.payWords,
            messages: form.messages,
            locale: form.locale,
            busy: form.isBusy,
            disabled: !form.mayPay,
          }),
        });
    }
    // Over: our own form would be gone by now, with all that was typed.
    if (!form && this.hadForm) for (const part of host.placed) if (isCard(part)) part.reset();
    this.hadForm = form !== null;
    this.dress();
  }

  /** It is hidden and not taken out while something else is paid with: what was typed stays. */
  private drawCard(card: FlorinCard, form: FormContext | null): void {
    const chosen = form?.methods.find(({ key }) => key === form.chosen);
    const option = chosen && takesCard(chosen) ? chosen : null;
    card.hidden = !form || form.isHidden || !option;
    this.refused.delete(card);
    // The page may have said its own of these.
    dressCard(card, this.host);
    if (!form || !option) return give(card, { inCheckout: true });
    const {
      labels: _,
      inputs: __,
      cardPicture: ___,
      ...properties
    } = cardProperties(option, form) as Partial<FlorinCard>;
    give(card, { ...properties, inCheckout: true });
  }

  private meet(part: Part): void {
    if (this.known.has(part)) return;
    this.known.add(part);
    wear(part);
    part.addController({
      // Taken out and put back in one go is a move, and out of the page together with its checkout it is still placed.
      hostDisconnected: () =>
        queueMicrotask(() => {
          if (this.host.placed.has(part) && !this.isInside(part)) this.letGo(part);
        }),
    });
  }

  private isInside(part: Part): boolean {
    const child = childAround(this.host, part);
    return child !== null && !child.slot;
  }

  /** Nothing of the payment stays in what is no longer part of it. */
  private letGo(part: Part): void {
    const { host, places } = this;
    host.placed.delete(part);
    part.hidden = false;
    if (isCard(part)) {
      part.reset();
      dressCard(part, {});
      give(part, { inCheckout: false, lookUp: null, disabled: false });
    } else if (part.localName === 'florin-status') {
      const { view } = part as FlorinStatus;
      give(part, { view: null });
      // What the customer was at goes on in our own place.
      if (view && document.activeElement === document.body) void places.updateComplete.then(() => host.focus());
    } else if (part.localName !== 'florin-pay-button') give(part, { content: nothing });
    // Another checkout may have taken it in already.
    askForCheckout(part);
    host.requestUpdate();
  }

  /** What is typed into a second card would never be sent. */
  private refuse(part: Part): void {
    part.hidden = true;
    if (this.refused.has(part)) return;
    this.refused.add(part);
    if (isCard(part)) {
      part.reset();
      give(part, { inCheckout: true });
    }
    warnOnce(`there is more than one <${part.localName}> in it; the first one is used.`);
  }

  /** What is drawn in a part needs the rules that are in the checkout's own root, and its layout. */
  private dress(): void {
    const { host, places } = this;
    const sheets = host.shadowRoot?.adoptedStyleSheets ?? [];
    const layout = host.getAttribute('layout');
    for (const tag of ['florin-methods', 'florin-messages']) {
      const part = places.placed(tag);
      const root = part?.shadowRoot;
      if (!part || !root) continue;
      if (root.adoptedStyleSheets.length !== sheets.length + 1 && partSheet)
        root.adoptedStyleSheets = [...sheets, partSheet];
      if (layout) part.setAttribute('layout', layout);
      else part.removeAttribute('layout');
    }
  }
}

const isCard = (part: Part): part is FlorinCard => part.localName === 'florin-card';

function give(part: Part, properties: object): void {
  Object.assign(part, properties);
}
