/** A card in a form, as the form sees it. */
export interface FormCard {
  /** It has a name to be carried under and somebody who exchanges it, and is neither disabled nor left out. */
  readonly isDue: boolean;
  /** It can be sent; when it cannot, shows why. */
  validate(): boolean;
  /** `false`: there is no reference, or the card has become another one meanwhile. */
  exchange(): Promise<boolean>;
  /** The form has been submitted, or has not. */
  release(isSubmitted: boolean): void;
}

const forms = new WeakMap<HTMLFormElement, ReferencedForm>();

/** The one that all cards of a form share: two that each held the form back for themselves would hold it back for ever. */
export function referencedForm(form: HTMLFormElement): ReferencedForm {
  const known = forms.get(form) ?? new ReferencedForm(form);
  forms.set(form, known);
  return known;
}

/**
 * Holds a form back while its cards are exchanged for references, then submits it once. Each submit has references of its
 * own, because one is good once.
 */
export class ReferencedForm {
  private readonly cards = new Set<FormCard>();
  private state: 'idle' | 'exchanging' | 'submitting' = 'idle';
  private isSubmitted = false;

  constructor(private readonly form: HTMLFormElement) {}

  add(card: FormCard): void {
    this.cards.add(card);
    // Before the page's own listeners: they are to see the submit that carries the references, and no other.
    this.form.addEventListener('submit', this.onSubmit, true);
  }

  remove(card: FormCard): void {
    this.cards.delete(card);
    if (this.cards.size === 0) this.form.removeEventListener('submit', this.onSubmit, true);
  }

  private readonly onSubmit = (event: SubmitEvent): void => {
    this.isSubmitted = this.state === 'submitting';
    if (this.isSubmitted || event.defaultPrevented) return;
    const due = [...this.cards].filter(({ isDue }) => isDue);
    if (due.length === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // A form that does not check itself (`novalidate`) must not go off without the card that it should carry.
    if (this.state === 'idle' && due.every((card) => card.validate())) void this.exchange(due, event.submitter);
  };

  private async exchange(due: readonly FormCard[], submitter: HTMLElement | null): Promise<void> {
    this.state = 'exchanging';
    this.isSubmitted = false;
    const results = await Promise.all(due.map((card) => card.exchange()));
    // Not while the submit that was held back is still being told to the page: a form takes no other one then.
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    if (results.every(Boolean)) {
      this.state = 'submitting';
      this.form.requestSubmit(submitter?.isConnected ? submitter : undefined);
    }
    this.state = 'idle';
    for (const card of due) card.release(this.isSubmitted);
  }
}
