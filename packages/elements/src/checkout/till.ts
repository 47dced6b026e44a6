import type { Address, Attempt, FailureField } from '@florin/contract';
import type { Checkout, CheckoutProblem, PaymentState } from '@florin/core';
import type { Messages } from '@florin/locale';
import { html, nothing, type LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { FlorinCard } from '../card/card.js';
import { hasFocus } from '../focus/has-focus.js';
import type { PaymentWindow } from '../redirect/payment-window.js';
import type { FlorinSecurityCode } from '../saved-card/security-code.js';
import type { SdkPlugin } from '../sdk/sdk-plugin.js';
import '../define/pay-button.js';
import type { FinishedAppearance } from '../appearance/finished-appearance.js';
import type { Appearance } from '../appearance/appearance.js';
import type { Arrangement } from '../arrangement/arrangement.js';
import { untilLoaded } from '../loading/until-loaded.js';
import { assumedForm } from './assumed-form.js';
import { takesCard } from './card-properties.js';
import { faultsOf, type Attributes, type Fault } from './configuration.js';
import { drawsWays, type FormContext } from './form-template.js';
import { errorOf, eventsBetween, type CheckoutEventDetails, type CheckoutEventName } from './host-events.js';
import { methodInput, type Fields } from './method-input.js';
import { mayBeChosen, methodOf, offeredMethods, type DrawableMethod } from './method-list.js';
import { isOther } from '../methods/other-method.js';
import { drawnWith, MethodPart } from './method-parts.js';
import { currentFailure, fieldOf, isOtherOffer, isOtherPlace, noticeOf, type Notice } from './notice.js';
import { noticeStyles } from './notice.styles.js';
import { renderNotice } from './notice-template.js';
import { Places, type PlacedPart } from './places.js';
import { SecurityCodes } from './security-codes.js';
import { Session } from './session.js';
import { loadView, prefetchAllViews, prefetchViews, unseenViewOf, viewOf, type ViewName } from './view.js';
import { ViewElement } from './view-element.js';
import { warnOnce } from './warn-once.js';
import type { Words } from './words.js';

/** The tag that a till stands behind. */
export interface TillHost extends LitElement, Attributes {
  readonly placed: Set<PlacedPart>;
  appearance: Appearance | null;
  checkout: Checkout | null;
  messages: Partial<Messages>;
  shipping: Address | null;
  expiry: string;
  cardPicture: boolean;
  plugins: Readonly<Record<string, SdkPlugin>>;
}

const settings = [
  'endpoint',
  'intent',
  'clientSecret',
  'checkout',
  'locale',
  'layout',
  'theme',
  'look',
  'labels',
  'inputs',
] as const;
const restarts: readonly string[] = settings.slice(0, 4);
/** Phases in which the customer may still be in the window of their bank. */
const goesOn: readonly string[] = ['submitting', 'processing', 'action_required', 'confirming', 'verifying'];
const over: readonly string[] = ['completed', 'failed', 'expired', 'cancelled', 'unavailable'];

/**
 * Takes the payment: what `<florin-checkout>` does beyond drawing a form that can be typed in. It comes in a file of its
 * own, once that form has been painted, and finds what has been typed meanwhile where it is.
 */
export class Till {
  /** For whoever listens to the page instead of looking at it: what is said when there is time, and at once. */
  polite = '';
  urgent = '';

  private fault: Fault | null = null;
  private shown: ViewName | 'success' | null = null;
  /** The other ways to pay are shown too, where the layout shows the chosen one alone. */
  private isOpen = false;
  /** What stands in the place of the form, and whether in the part that the page has placed for it. */
  private standing: { element: HTMLElement; isPlaced: boolean } | null = null;
  private takesFocus = false;
  private wasSubmittedFromInside = false;
  private hasStarted = false;
  private readonly session: Session;
  private readonly places = new Places(this.host);
  /** Draws in what the page has placed, once it has placed something. */
  private arrangement: Arrangement | null = null;
  private isArranging = false;
  /** What of the appearance comes after the first paint. */
  private finished: FinishedAppearance | null = null;
  private isFinishing = false;
  readonly rows = new MethodPart(this.places, null, () => import('./method-rows.js'));
  readonly saved = new MethodPart(
    this.places,
    {
      remove: (id: string) => this.session.removeSavedCard(id),
      restore: (id: string) => this.session.restoreSavedCard(id),
      say: (text: string) => this.say(text),
      serverNow: () => this.session.serverNow(),
    },
    () => import('../saved-card/saved-cards.js'),
    this.rows,
  );
  readonly installments = new MethodPart(
    this.places,
    { serverNow: () => this.session.serverNow() },
    () => import('../installments/installments.js'),
    this.rows,
  );
  readonly others = new MethodPart(
    this.places,
    { say: (text: string) => this.say(text) },
    () => import('../methods/other-methods.js'),
    this.rows,
  );
  private readonly codes = new SecurityCodes(this.places);
  /** The window that this payment goes on in, where the customer's press has opened one. */
  private window: PaymentWindow | null = null;
  /** The customer has paid in this very page, and not before it was left or loaded anew. */
  private hasPaidHere = false;
  /** What the last try was paid with, where it came to nothing before this page was there. */
  private tried: Attempt['method'] | null = null;
  /** An answer has come back: the same attempt asks again. */
  private comesBack = false;
  /** What came of that try is still to be said. */
  private owesNotice = false;
  private readonly main: ViewElement;
  private readonly unseen: ViewElement;

  constructor(
    private readonly host: TillHost,
    private readonly words: Words,
    /** Key of the method that the customer has chosen, or has begun to use. */
    private chosen: string,
  ) {
    this.session = new Session(
      host,
      (after, before) => this.handleState(after, before),
      (problem) => this.announce('florin-error', errorOf(problem)),
    );
    const { confirm, resend, cancel, refresh } = this.session;
    const handlers = {
      confirm,
      resend,
      cancel,
      refresh,
      say: (text: string) => this.say(text),
      keepWindow: (opened: PaymentWindow) => void (this.window = opened),
    };
    this.places.adopt(noticeStyles.styleSheet);
    this.main = new ViewElement(handlers);
    this.unseen = new ViewElement(handlers);
  }

  /** Out of the page, and not moved within it. */
  close(): void {
    this.finished?.remove();
    this.codes.leave();
    this.session.close();
  }

  /** Back in the page. Taken out and put back in one go is a move: the payment goes on where it was. */
  reopen(): void {
    if (!this.session.isOpen) this.start();
    if (this.finished) this.host.requestUpdate();
  }

  willUpdate(changed: PropertyValues<TillHost>): void {
    const isFirst = !this.hasStarted;
    this.hasStarted = true;
    if (isFirst || settings.some((name) => changed.has(name))) this.checkSettings();
    if (isFirst || restarts.some((name) => changed.has(name as keyof TillHost))) this.start();
    const { view, stage } = this;
    for (const name of [view, unseenViewOf(this.session.state.action)]) if (name) void loadView(name);
    this.takesFocus = stage !== this.shown && this.mayTakeFocus;
    if (this.host.placed.size > 0 && !this.isArranging) void this.arrange();
    if (this.host.appearance && !this.isFinishing) void this.finish();
  }

  updated(): void {
    const { host, stage } = this;
    host.setAttribute('phase', this.fault ? 'unavailable' : this.session.state.phase);
    host.toggleAttribute('busy', this.isBusy);
    const { chosenMethod: method, rows, saved, installments, others } = this;
    // While some are awaited, none is: a page that has kept room for the ways to pay learns that they all stand.
    const areThere = ![rows, saved, installments, others].some(({ isAwaited }) => isAwaited);
    if (method && areThere) host.setAttribute('method', method.type);
    else host.removeAttribute('method');
    if (this.owesNotice && this.allMessages && !this.others.isAwaited) this.sayNotice();
    const { standing } = this;
    this.finished?.put(host.appearance);
    this.arrangement?.draw(this.form, standing?.isPlaced ? standing.element : null, this.words);
    if (stage === this.shown) return;
    this.shown = stage;
    if (this.takesFocus) void this.moveFocus();
  }

  async submit(): Promise<void> {
    if (this.session.state.phase !== 'ready' || !this.form?.mayPay) return;
    const { chosenMethod: method, others } = this;
    const parts = { installments: this.installments.now, others: others.now };
    const input = method ? methodInput(method, this.fields, parts) : null;
    if (!method || !input) return;
    const goesOn = this.announce('florin-submit', { method: input.type }, true);
    // Whoever listens may have paid already.
    if (!goesOn || this.session.state.phase !== 'ready') return;
    // Now or never: a browser opens a window in the press itself alone.
    this.closeWindow();
    this.window = (isOther(method) && others.now?.openWindow(method)) || null;
    this.hasPaidHere = true;
    prefetchAllViews();
    this.wasSubmittedFromInside = hasFocus(this.host);
    // The fields are about to be disabled, which would drop the focus.
    if (this.fields?.matches(':focus-within')) this.places.find('florin-pay-button')?.focus();
    await this.session.submit(input);
    // Nothing came of it that would have been told.
    if (this.session.state.phase === 'ready') this.closeWindow();
  }

  focus(options?: FocusOptions): void {
    (
      this.success ??
      this.standing?.element ??
      this.others.now?.wrongField ??
      this.fields ??
      this.places.find('[name=method]:checked') ??
      this.places.find('florin-pay-button')
    )?.focus(options);
  }

  /** Nothing is chosen: what comes first is. */
  forgetChoice(): void {
    this.installments.now?.forget();
    this.others.now?.forget();
    this.tried = null;
    this.isOpen = false;
    this.choose('');
  }

  /** What the customer has begun to fill in stays chosen, whatever comes before it once the intent has been read. */
  use(): void {
    this.chosen ||= this.chosenMethod?.key ?? '';
  }

  choose(key: string): void {
    this.chosen = key;
    const { chosenMethod: method } = this;
    if (key && method) prefetchViews([method]);
    this.host.requestUpdate();
  }

  /** The customer is at it: what comes after the form is fetched ahead. */
  prefetch(): void {
    prefetchViews(this.methods);
  }

  get allFields(): (FlorinCard | FlorinSecurityCode)[] {
    return this.places.all('florin-card, florin-security-code') as (FlorinCard | FlorinSecurityCode)[];
  }

  /** The form, as it is now; `null` once it is over. */
  get form(): FormContext | null {
    const { session, allMessages: messages } = this;
    const { state } = session;
    if (this.fault || (this.view && over.includes(state.phase))) return null;
    const { intent, decision, phase } = state;
    const { methods, chosenMethod } = this;
    const { locale } = this.words;
    const { payWords } = this;
    const { shipping, expiry, labels, inputs, cardPicture, layout } = this.host;
    const amount = intent?.amount ?? null;
    const isBusy = decision !== null;
    const chosen = chosenMethod?.key;
    const rows = this.rows.now?.({
      messages,
      locale,
      methods,
      chosen,
      isBusy,
      amount,
      labels,
      inputs,
      saved: this.saved.now,
      installments: this.installments.now,
      others: this.others.now,
      isEmpty: intent !== null && methods.length === 0 && !this.saved.isAwaited && !this.others.isAwaited,
      isSingle: layout === 'single',
      isOpen: this.isOpen,
      choose: (key) => this.choose(key),
      toggle: () => void this.toggleOthers(),
    });
    return {
      messages,
      locale,
      methods,
      chosen,
      isHidden: this.view !== null,
      isBusy,
      mayPay: phase !== 'loading' && chosenMethod !== undefined && payWords !== '' && !this.isAwaited(chosenMethod),
      amount,
      notice: renderNotice(phase === 'ready' ? this.notice : null),
      lookUp: intent ? session.lookUpCard : null,
      shipping,
      expiry,
      labels,
      inputs,
      cardPicture,
      rows: rows ?? null,
      payWords,
      placed: this.places.tags,
    };
  }

  /** What stands in the place of the form. */
  renderView(): TemplateResult | typeof nothing {
    const { session, allMessages: messages, view } = this;
    if (!view || !messages) {
      this.standing = null;
      return nothing;
    }
    const { state, serverNow } = session;
    const { action, decision, problem } = state;
    const properties = {
      messages,
      locale: this.words.locale,
      serverNow,
      action,
      busy: decision !== null,
      problem: problem?.code ?? null,
      state,
      attribute: this.fault?.attribute ?? null,
      plugins: this.host.plugins,
      window: this.window,
      isGoingOn: this.hasPaidHere,
      comesBack: this.comesBack,
    };
    const attempt = state.attempt?.id ?? '';
    return html`${this.renderStanding(this.main.show(view, attempt, properties))}
      ${this.unseen.show(unseenViewOf(action), attempt, properties)}`;
  }

  private renderStanding(element: HTMLElement | null): TemplateResult | typeof nothing {
    if (!element) return nothing;
    const hasPlace = this.arrangement !== null && this.places.placed('florin-status') !== undefined;
    // Where it began it stays: a frame that is moved is loaded anew.
    const isMoved = this.standing?.element !== element;
    const isPlaced = hasPlace && !this.success && (isMoved || this.standing?.isPlaced === true);
    this.standing = { element, isPlaced };
    if (isPlaced) return nothing;
    if (!this.success) return html`<div class="view" part="view">${element}</div>`;
    // Ours still says it to whoever listens.
    return html`<div class="view" part="view">
      <div hidden>${element}</div>
      <slot name="success" @slotchange=${() => this.host.requestUpdate()}></slot>
    </div>`;
  }

  /** The page's own view of a payment that is paid. Of one that was given back since, ours says so. */
  private get success(): HTMLElement | null {
    const { phase, intent } = this.session.state;
    if (phase !== 'completed' || intent?.status !== 'completed') return null;
    return this.host.querySelector<HTMLElement>(':scope > [slot=success]');
  }

  private get stage(): ViewName | 'success' | null {
    return this.success ? 'success' : this.view;
  }

  private get view(): ViewName | null {
    return this.fault ? 'status' : viewOf(this.session.state);
  }

  /** The focus is ours, or was until a field that is now busy lost it to nobody. It is never taken from the page. */
  private get mayTakeFocus(): boolean {
    if (hasFocus(this.host)) return true;
    return this.wasSubmittedFromInside && (document.activeElement ?? document.body) === document.body;
  }

  private get allMessages(): Messages | null {
    return this.words.withOverrides(this.host.messages);
  }

  private get methods(): readonly DrawableMethod[] {
    const { intent } = this.session.state;
    const placed = this.places.tags;
    if (!intent) return assumedForm.methods;
    const offered = offeredMethods(intent.methods);
    const cards = offered.filter((method) => method.type === 'card').slice(0, 1);
    // A card that the page has placed alone stands for no other way to pay.
    const isCardAlone = cards.length > 0 && !drawsWays({ methods: cards, placed }) && !placed.has('florin-methods');
    if (isCardAlone && offered.length > 1)
      warnOnce('there is no <florin-methods> in it: the other ways to pay are not shown.');
    return drawnWith(this, isCardAlone ? cards : offered, intent);
  }

  /** The one the customer chose; else what they tried last; else the saved card to be chosen beforehand; else the first. */
  private get chosenMethod(): DrawableMethod | undefined {
    const methods = this.methods.filter(mayBeChosen);
    return (
      methods.find(({ key }) => key === this.chosen) ??
      (this.tried && methodOf(this.tried, methods)) ??
      methods.find((method) => method.type === 'saved_card' && method.card.is_default) ??
      methods[0]
    );
  }

  /** What the pay button says; `null`: the amount. Empty while that is not known. */
  private get payWords(): string | null {
    const { chosenMethod: method, allMessages: messages, installments, others } = this;
    if (!method || method.type === 'card' || method.type === 'saved_card') return null;
    const amount = this.session.state.intent?.amount;
    if (!messages || !amount) return '';
    const language = { messages, locale: this.words.locale, amount };
    if (method.type === 'installments') return installments.now?.payWords(method, language) ?? '';
    return others.now?.payWords(method, language, this.isNewCode) ?? '';
  }

  /** What came of the last try. */
  private get notice(): Notice | null {
    const { failure, problem } = this.session.state;
    const { allMessages: messages } = this;
    return messages && noticeOf(messages, failure, problem, this.isNewCode);
  }

  /** The code of the chosen method was not scanned in time: paying again brings another one. */
  private get isNewCode(): boolean {
    const { failure, problem, attempt } = this.session.state;
    const method = this.chosenMethod;
    const isExpired = currentFailure(failure, problem)?.reason === 'payment_expired';
    if (!isExpired || method?.type !== 'qr' || attempt?.method.type !== 'qr') return false;
    const { label } = attempt.method;
    return [label, method.label].includes(undefined) || label === method.label;
  }

  /** What has to be there before it can be paid with is on the way. */
  private isAwaited(method: DrawableMethod): boolean {
    return isOther(method) && (this.others.now?.isAwaited(method) ?? true);
  }

  /** What is to be filled in for the chosen method, where there is something. */
  private get fields(): Fields | null {
    const tags = ':is(florin-card, florin-security-code, florin-phone-number)';
    const method = this.chosenMethod;
    const card = method && takesCard(method) ? this.places.placed('florin-card') : undefined;
    return (card ?? this.places.find(`.panel:not([hidden]) > ${tags}`)) as Fields | null;
  }

  private get isBusy(): boolean {
    return this.session.state.decision !== null;
  }

  private say(text: string): void {
    this.polite = text;
    this.host.requestUpdate();
  }

  private checkSettings(): void {
    const faults = faultsOf(this.host, document.baseURI);
    for (const { attribute, expected } of faults) warnOnce(`the attribute "${attribute}" should be ${expected}.`);
    const fatal = faults.find((fault) => fault.fatal) ?? null;
    if (fatal && fatal.attribute !== this.fault?.attribute)
      this.announce('florin-error', { code: `attribute_${fatal.attribute}` });
    this.fault = fatal;
  }

  private start(): void {
    const { host, session } = this;
    // Another payment: nothing of the one before goes along to it.
    if (session.state.intent) void this.codes.clear();
    this.closeWindow();
    this.hasPaidHere = false;
    this.tried = null;
    // Out of the page nothing would ever end it; coming back starts it.
    if (this.fault || !host.isConnected) session.close();
    else if (host.checkout) session.adopt(host.checkout);
    else {
      const endpoint = new URL(host.endpoint, document.baseURI).href;
      void session.open({ endpoint, intent: host.intent, clientSecret: host.clientSecret });
    }
  }

  private announce<Name extends CheckoutEventName>(
    name: Name,
    detail: CheckoutEventDetails[Name],
    cancelable = false,
  ): boolean {
    return this.host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
  }

  private handleState(after: PaymentState, before: PaymentState): void {
    if (!this.host.isConnected) return;
    // The next attempt may be somebody else's: another page of the same customer's, or the shop's.
    if (after.phase === 'ready') this.hasPaidHere = false;
    if (after.phase !== before.phase) {
      // What was said is no longer so, and must be news when it is said again.
      this.urgent = '';
      this.owesNotice = false;
      this.comesBack = before.decision?.kind === 'confirm' && after.phase === 'action_required';
      if (after.phase === 'ready') this.polite = '';
    }
    if (!goesOn.includes(after.phase) || (after.action && after.action.type !== 'redirect')) this.closeWindow();
    for (const [name, detail] of eventsBetween(before, after)) this.announce(name, detail);
    const comesBack = after.phase === 'ready' && before.phase !== 'ready' && before.phase !== 'loading';
    if (comesBack) void this.welcomeBack(after);
    // The customer comes from a page of their bank's, or has loaded this one anew.
    else if (after.phase === 'ready' && before.phase === 'loading' && after.failure) {
      this.owesNotice = true;
      this.tried = after.attempt?.method ?? null;
    }
  }

  /**
   * The form comes back after a try: everything is still there but the security code, which may not be kept. After a soft
   * decline it is: nothing was authorised, and the issuer waits for the same again with 3-D Secure (record 16).
   */
  private async welcomeBack({ failure, problem }: PaymentState): Promise<void> {
    const takesFocus = this.mayTakeFocus;
    await this.places.updateComplete;
    const { fields } = this;
    const isSoftDecline = currentFailure(failure, problem)?.reason === 'authentication_required';
    const isFilledIn = isSoftDecline && (fields === null || Boolean(fields.read()));
    await this.codes.clear(isFilledIn ? fields : null);
    if (isOtherOffer(problem) || isOtherPlace(problem)) void this.session.refresh();
    if (!this.allMessages) return;
    const notice = this.sayNotice();
    const field = this.fieldToMend(currentFailure(failure, problem)?.field, problem);
    if (field && notice && !this.others.now?.showFieldError(field, notice.title))
      this.fields?.showFieldError(field, notice.title);
    if (!takesFocus) return;
    if (isFilledIn) this.places.find('florin-pay-button')?.focus();
    else if (notice && !field) this.places.find('.failure')?.focus();
    else this.focus();
  }

  private sayNotice(): Notice | null {
    const { notice } = this;
    this.owesNotice = false;
    this.urgent = notice ? `${notice.title} ${notice.text}` : '';
    this.host.requestUpdate();
    return notice;
  }

  /** The field of the chosen method that a failure is about. A saved card has but one. */
  private fieldToMend(field: FailureField | undefined, problem: CheckoutProblem | null): string | null {
    if (isOtherOffer(problem)) return null;
    const named = field ?? fieldOf(problem);
    const { chosenMethod: method } = this;
    if (!named || named === 'otp') return null;
    if (method?.type === 'saved_card') return named === 'cvc' && this.fields ? named : null;
    if (method && isOther(method)) return this.others.now?.hasField(named) ? named : null;
    return named;
  }

  private closeWindow(): void {
    this.window?.close();
    this.window = null;
  }

  private async moveFocus(): Promise<void> {
    const { view, shown, success } = this;
    if (!view) return;
    await loadView(view);
    await this.places.updateComplete;
    if (this.shown !== shown) return;
    if (success && !success.hasAttribute('tabindex')) success.tabIndex = -1;
    this.focus();
  }

  private async arrange(): Promise<void> {
    this.isArranging = true;
    const part = await untilLoaded(() => import('../arrangement/arrangement.js'));
    if (part) this.arrangement = new part.Arrangement(this.host, this.places);
    this.host.requestUpdate();
  }

  private async finish(): Promise<void> {
    this.isFinishing = true;
    const part = await untilLoaded(() => import('../appearance/finished-appearance.js'));
    if (part) this.finished = new part.FinishedAppearance(this.host);
    this.host.requestUpdate();
  }

  /** The focus goes to the chosen one: the others are now around it. */
  private async toggleOthers(): Promise<void> {
    this.isOpen = !this.isOpen;
    this.host.requestUpdate();
    await this.places.updateComplete;
    if (this.isOpen) this.places.find('[name=method]:checked')?.focus();
  }
}
