import type { CardInput, CardReference } from '@florin/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { referencedForm } from './referenced-form.js';
import type { FormCard, ReferencedForm } from './referenced-form.js';

/** What stands for the card in a form, or why there is none: what `createCardReference` of the SDK answers. */
export type CardReferenceResult = Pick<CardReference, 'reference'> | { problem: { code: string } };

interface CardControl extends ReactiveControllerHost, HTMLElement {
  readonly form: HTMLFormElement | null;
  readonly name: string | null;
  readonly createReference: ((card: CardInput) => Promise<CardReferenceResult>) | null;
  /** No card is a mistake, or something of one has been filled in. */
  readonly isAsked: boolean;
  validate(): boolean;
  read(): CardInput | null;
}

/** What makes the card a control of the form around it: its label, its validity, and the reference that is carried in its place. */
export class FormControl implements ReactiveController, FormCard {
  isExchanging = false;
  /** Why the last exchange came to nothing. */
  problem: string | null = null;

  private form: ReferencedForm | null = null;
  private kept = new FormData();
  private hasReference = false;
  /** Counts what makes a reference worthless: edits, resets, removals. */
  private turn = 0;
  private focused: Element | null = null;

  constructor(
    private readonly host: CardControl,
    private readonly internals: ElementInternals,
    private readonly onProblem: (code: string) => void,
  ) {
    host.addController(this);
    internals.role = 'group';
  }

  hostConnected(): void {
    this.follow(this.host.form);
  }

  hostDisconnected(): void {
    this.follow(null);
    this.forgetReference();
  }

  /** The form that the element belongs to, now. */
  follow(form: HTMLFormElement | null): void {
    const followed = form && referencedForm(form);
    if (followed === this.form) return;
    this.form?.remove(this);
    this.form = followed;
    followed?.add(this);
  }

  /** What keeps the form from being submitted, in words; `null`: nothing does. */
  say(flag: 'valueMissing' | 'customError' | null, message = '', anchor?: HTMLElement | null): void {
    // Without its words a reason is still one, and the browser wants some text.
    if (flag) this.internals.setValidity({ [flag]: true }, message || flag, anchor ?? undefined);
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

  /** What the browser may bring back after a reload or a step back in history: nothing of the card. */
  keep(texts: FormData): void {
    this.kept = texts;
    if (!this.hasReference) this.internals.setFormValue(null, texts);
  }

  /** The card has changed: what stands for it no longer does. */
  forgetReference(): void {
    this.turn += 1;
    this.problem = null;
    if (!this.hasReference) return;
    this.hasReference = false;
    this.internals.setFormValue(null, this.kept);
  }

  get isDue(): boolean {
    const { host } = this;
    return Boolean(host.createReference && host.name) && !host.matches(':disabled') && host.isAsked;
  }

  validate(): boolean {
    return this.host.validate() && this.host.read() !== null;
  }

  async exchange(): Promise<boolean> {
    this.forgetReference();
    const { turn } = this;
    this.focused = this.host.shadowRoot?.activeElement ?? null;
    this.setExchanging(true);
    const result = await this.ask();
    if (turn !== this.turn) return false;
    if ('problem' in result) {
      this.problem = result.problem.code;
      return false;
    }
    this.hasReference = true;
    this.internals.setFormValue(result.reference, this.kept);
    return true;
  }

  release(isSubmitted: boolean): void {
    const { problem } = this;
    this.setExchanging(false);
    // Held back by another field: what was fetched for this submit is not kept for a later one.
    if (!isSubmitted && problem === null) this.forgetReference();
    if (problem !== null) this.onProblem(problem);
    else void this.giveFocusBack();
  }

  private async ask(): Promise<CardReferenceResult> {
    const card = this.host.read();
    try {
      const result = card && (await this.host.createReference?.(card));
      return result || { problem: { code: 'internal' } };
    } catch {
      // The page's own function: what it throws may quote what it was given.
      return { problem: { code: 'internal' } };
    }
  }

  private setExchanging(isExchanging: boolean): void {
    this.isExchanging = isExchanging;
    this.host.requestUpdate();
  }

  /** The inputs were disabled meanwhile, and that drops the focus. */
  private async giveFocusBack(): Promise<void> {
    const { focused } = this;
    this.focused = null;
    await this.host.updateComplete;
    if (focused instanceof HTMLElement && document.activeElement === document.body) focused.focus();
  }
}
