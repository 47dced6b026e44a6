import { isAction, type ActionOf, type NextAction } from '@florin/contract';
import type { Decision } from '@florin/core/payment';
import { nothing, type PropertyValues } from 'lit';
import { ActionView } from '../action-view/action-view.js';
import { contentOf, isAddress, keyOf, PostedFrame } from './posted-frame.js';
import { Repeats } from './repeats.js';
import { threeDSMethodStyles } from './three-ds-method.styles.js';

type Method = ActionOf<'three_ds_method'>;

/** ms. A backend that says less leaves the issuer no time, one that says more leaves the customer waiting for nothing. */
const SHORTEST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

/**
 * @summary Lets the issuer look at the browser before it decides about a challenge (the 3-D Secure "method"). Unseen and unheard: it stands beside whatever the customer looks at meanwhile.
 * @event florin-answer - The issuer has looked: `{ three_ds_method: 'Y' }`; `'N'`: it took too long; `'U'`: there is no address to post to. No failure, whichever it is.
 */
export class FlorinThreeDSMethod extends ActionView<Method> {
  static override styles = threeDSMethodStyles;

  private frame: PostedFrame | null = null;
  private started: string | null = null;
  private content: string | null = null;
  private given: 'Y' | 'N' | 'U' | null = null;
  /** What was given has been taken: something else to post is another look, whatever it is called. */
  private isTaken = false;
  private deadline = Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly repeats = new Repeats(this, () => this.given && this.answer({ three_ds_method: this.given }));

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('message', this.handleMessage);
    document.addEventListener('visibilitychange', this.handleVisibility);
    // A frame that was taken out has lost its page.
    if (!this.given) this.started = null;
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('message', this.handleMessage);
    document.removeEventListener('visibilitychange', this.handleVisibility);
    clearTimeout(this.timer);
    this.frame?.close();
  }

  protected override isFor(action: NextAction): action is Method {
    return isAction(action, 'three_ds_method');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { action } = this;
    if (changed.get('busy') === true && !this.busy) this.handleSettled(changed.get('state')?.decision?.kind);
    if (action && keyOf(action) === this.started && !(this.isTaken && contentOf(action) !== this.content)) return;
    this.forget();
    if (action && isAddress(action.url)) this.frame = this.prepare(action);
  }

  protected override forget(): void {
    super.forget();
    clearTimeout(this.timer);
    this.frame?.close();
    this.frame = null;
    this.started = null;
    this.given = null;
    this.isTaken = false;
    this.repeats.reset();
  }

  /** Something that was on its way has come to its end: this answer, as far as is known. */
  private handleSettled(kind: Decision['kind'] = 'confirm'): void {
    if (!this.given || this.isTaken) return;
    // Given meanwhile, it was not heard: one at a time is.
    if (kind !== 'confirm') this.answer({ three_ds_method: this.given });
    else if (this.problem === null) this.isTaken = true;
    else this.repeats.later();
  }

  private prepare(action: Method): PostedFrame {
    return new PostedFrame(action, 'method', () => this.requestUpdate());
  }

  protected override updated(): void {
    const { action, frame } = this;
    if (!action) return;
    const isNews = this.started === null;
    if (isNews) {
      this.started = keyOf(action);
      this.content = contentOf(action);
      if (!frame) return this.give('U');
      const wait = Math.min(Math.max(action.timeout_ms, SHORTEST_WAIT), LONGEST_WAIT);
      this.deadline = this.serverNow() + wait;
      this.timer = setTimeout(() => this.give('N'), wait);
    }
    frame?.open();
  }

  private give(answer: 'Y' | 'N' | 'U'): void {
    if (this.given) return;
    clearTimeout(this.timer);
    this.frame?.close();
    this.given = answer;
    this.answer({ three_ds_method: answer });
  }

  private handleMessage = (event: MessageEvent): void => {
    if (this.frame?.hearsEnd(event)) this.give('Y');
  };

  /** The timer of a hidden page comes late, and that of a computer that sleeps later still. */
  private handleVisibility = (): void => {
    if (this.frame && this.started !== null && this.serverNow() >= this.deadline) this.give('N');
  };

  protected override render(): unknown {
    const { frame, texts } = this;
    if (!frame) return nothing;
    const { element } = frame;
    element.tabIndex = -1;
    element.setAttribute('aria-hidden', 'true');
    if (texts) element.title = texts['three_ds.frame'];
    return element;
  }

  protected override renderAction(): unknown {
    return nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-three-ds-method': FlorinThreeDSMethod;
  }
}
