import type { CardInput, CardReference } from '@florin/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What stands for the card in a form, or why there is none: what `createCardReference` of the SDK answers. */
export type CardReferenceResult = Pick<CardReference, 'reference'> | { problem: { code: string } };

interface CardControl extends ReactiveControllerHost, HTMLElement {
  readonly form: HTMLFormElement | null;
  readonly createReference: ((card: CardInput) => Promise<CardReferenceResult>) | null;
  read(): CardInput | null;
}

/**
 * Lets the card be submitted with a form of the merchant's without being in it: the form is held back while the card is
 * exchanged for a reference, and carries that. The reference is good once, so each submit gets one of its own.
 */
export class FormControl implements ReactiveController {
  isExchanging = false;

  private form: HTMLFormElement | null = null;
  private state = new FormData();
  private reference: 'none' | 'fresh' | 'carried' = 'none';

  constructor(
    private readonly host: CardControl,
    private readonly internals: ElementInternals,
    private readonly onProblem: (code: string) => void,
  ) {
    host.addController(this);
    internals.role = 'group';
  }

  /** What keeps the form from being submitted, in words; `null`: nothing does. */
  say(flag: 'valueMissing' | 'customError' | null, message = '', anchor?: HTMLElement | null): void {
    if (flag) this.internals.setValidity({ [flag]: true }, message, anchor ?? undefined);
    else this.internals.setValidity({});
  }

  /** The page's own label comes before ours. */
  setLabel(text: string | undefined): void {
    this.internals.ariaLabel = this.internals.labels.length > 0 ? null : (text ?? null);
  }

  setState(name: string, isOn: boolean): void {
    if (isOn) this.internals.states.add(name);
    else this.internals.states.delete(name);
  }

  hostConnected(): void {
    this.follow(this.host.form);
  }

  hostDisconnected(): void {
    this.follow(null);
  }

  /** The form that the element belongs to, now. */
  follow(form: HTMLFormElement | null): void {
    if (form === this.form) return;
    this.form?.removeEventListener('submit', this.onSubmit, true);
    this.form = form;
    // Before the page's own listeners: they are to see the submit that carries the reference, and no other.
    form?.addEventListener('submit', this.onSubmit, true);
  }

  /** What the browser may bring back after a reload or a step back in history: nothing of the card. */
  keep(texts: FormData): void {
    this.state = texts;
    if (this.reference === 'none') this.internals.setFormValue(null, texts);
  }

  /** The card has changed: what stands for it no longer does. */
  forgetReference(): void {
    if (this.reference === 'none') return;
    this.reference = 'none';
    this.internals.setFormValue(null, this.state);
  }

  private readonly onSubmit = (event: SubmitEvent): void => {
    const { host } = this;
    if (this.reference === 'fresh') {
      this.reference = 'carried';
      return;
    }
    const card = host.createReference && host.hasAttribute('name') && host.read();
    if (!card) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!this.isExchanging) void this.exchange(card, event.submitter);
  };

  private async exchange(card: CardInput, submitter: HTMLElement | null): Promise<void> {
    const { host, form } = this;
    this.forgetReference();
    this.setExchanging(true);
    const result = await host.createReference?.(card).catch(() => null);
    this.setExchanging(false);
    if (!result || 'problem' in result) return this.onProblem(result?.problem.code ?? 'internal');
    this.reference = 'fresh';
    this.internals.setFormValue(result.reference, this.state);
    await host.updateComplete;
    // Not while the submit that was held back is still being told to the page: a form takes no other one then.
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    if (form !== this.form) return;
    form?.requestSubmit(submitter instanceof HTMLElement && submitter.isConnected ? submitter : undefined);
    // Held back by another field: what was fetched for this submit is not kept for a later one.
    if (this.reference === 'fresh') this.forgetReference();
  }

  private setExchanging(isExchanging: boolean): void {
    this.isExchanging = isExchanging;
    this.host.requestUpdate();
  }
}
