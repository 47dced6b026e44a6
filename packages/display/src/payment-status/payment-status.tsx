import {
  Build,
  Component,
  Element,
  Event,
  Host,
  Listen,
  Method,
  Prop,
  State,
  Watch,
  h,
  type EventEmitter,
} from '@stencil/core';
import { IntentSnapshot, newerOf } from '@florin/contract';
import type { Followed } from '@florin/core/follow';
import { directionOf, negotiateLocale } from '@florin/locale';
import { headingsOf } from '../attributes/headings-of.js';
import { readJson } from '../attributes/read-json.js';
import { warnOnce } from '../attributes/warn-once.js';
import { placeOf } from '../place/place.js';
import { languageOf, takeWords, type Words } from '../place/words.js';
import { Follower } from './follower.js';
import { phaseOf, type Phase } from './phase.js';
import { statusIcon } from './status-icon.js';
import { spoken, staleWords, tellingOf, unavailable, type StatusLanguage, type Telling } from './telling.js';

const TAG = 'florin-payment-status';

/** What `florin-status` carries: nothing of a card, and no secret. */
export interface PaymentStatusDetail {
  /** The intent's. */
  status: string;
  /** Where the payment stands, as the attribute `phase` says it. */
  phase: Phase;
  version: number;
}

/**
 * How a payment stands, on a page that did not make it. What it draws from `snapshot` needs no script; with `endpoint`, `intent`
 * and `client-secret` it follows the payment by itself, and never sends a decision. For a page's style sheet its attribute
 * `status` is the intent's, and `phase` says more: `waiting`, `processing`, `action_required`, `verifying`, `attempt_failed`,
 * `completed`, `failed`, `expired`, `cancelled`.
 * @slot - What can be done now: the page's own links.
 * @part body - All of it.
 * @part icon - The sign beside the words.
 * @part heading - What happened.
 * @part text - What it means, and what can be done.
 * @part reversals - What went back, each with its day.
 * @part reversal - One of them.
 * @part reference - What to tell the shop.
 * @part stale - That it may be out of date.
 * @part button - Has the backend asked again.
 */
@Component({ tag: 'florin-payment-status', styleUrls: ['../theme/tokens.css', 'payment-status.css'], shadow: true })
export class FlorinPaymentStatus {
  @Element() host!: HTMLElement;

  /** What is known: JSON of the contract's `IntentSnapshot`, or of a whole intent. One that is older than what it knows is ignored. */
  @Prop() snapshot?: string;

  /** Where the merchant's backend answers the contract, without the trailing `/intents`. */
  @Prop() endpoint?: string;

  /** Id of the intent. */
  @Prop() intent?: string;

  /** Opens this intent alone. Sent in a header, never in a URL. */
  @Prop() clientSecret?: string;

  /** Level of the heading, 1 to 6; 2 unless it is said. */
  @Prop() headingLevel?: number;

  /** Language tag. The nearest `lang` attribute unless it is said. */
  @Prop({ reflect: true, mutable: true }) locale?: string;

  /** IANA name of the zone whose days are meant. The visitor's unless it is said; a server's is UTC. */
  @Prop({ reflect: true, mutable: true }) timeZone?: string;

  /** ISO 8601: when `snapshot` was right. The clock's unless it is said. */
  @Prop({ reflect: true, mutable: true }) now?: string;

  /** `light`, `dark`, or `auto`: as the visitor's system. Unsaid, the page's own scheme counts. */
  @Prop({ reflect: true }) theme?: 'auto' | 'light' | 'dark';

  @State() words?: Words<'payment-status'>;
  @State() known: IntentSnapshot | null = null;
  /** The last question was not answered. */
  @State() isStale = false;
  @State() said = '';

  /** The payment has moved on. */
  @Event({ eventName: 'florin-status' }) statusChange!: EventEmitter<PaymentStatusDetail>;

  private readonly follower = new Follower(
    // A server follows nothing, and does not carry the code for it.
    () => (Build.isBrowser ? import('@florin/core/follow') : Promise.reject(new Error('Nothing is followed here.'))),
    (state) => this.hear(state),
  );
  private isLoaded = false;
  private isAsked = false;
  /** ms since 1970: when what is known was right. */
  private knownAt = 0;

  connectedCallback(): void {
    // Moved within the page.
    if (this.isLoaded) this.follow();
  }

  disconnectedCallback(): void {
    this.follower.stop();
  }

  async componentWillLoad(): Promise<void> {
    this.known = this.read();
    this.knownAt = placeOf(this, this.host).now;
    await this.loadWords();
  }

  componentDidLoad(): void {
    this.isLoaded = true;
    this.follow();
  }

  componentDidRender(): void {
    if (!this.isAsked || this.isStale) return;
    // The button that was pressed is gone, and the focus with it.
    this.isAsked = false;
    this.host.shadowRoot?.querySelector<HTMLElement>('.title')?.focus();
  }

  @Watch('locale')
  async loadWords(): Promise<void> {
    await takeWords('payment-status', this, this.host);
  }

  @Watch('snapshot')
  takeSnapshot(): void {
    const read = this.read();
    if (!read) return;
    if (read.id !== this.known?.id) this.begin(read);
    else if (newerOf(this.known, read) === read) this.knownAt = Math.max(this.knownAt, placeOf(this, this.host).now);
    if (!this.follower.offer(read)) this.show(newerOf(this.known, read));
  }

  @Watch('endpoint')
  @Watch('intent')
  @Watch('clientSecret')
  follow(): void {
    if (this.known && this.intent && this.known.id !== this.intent) this.begin(this.read());
    // Taken out of the page while it was loading, it would be followed with nobody to stop it.
    if (!Build.isBrowser || !this.isLoaded || !this.host.isConnected) return;
    this.changeVisibility();
    void this.follower.start(() => ({
      endpoint: this.endpoint,
      intent: this.intent,
      clientSecret: this.clientSecret,
      snapshot: this.known,
    }));
  }

  @Listen('visibilitychange', { target: 'document' })
  changeVisibility(): void {
    this.follower.setVisible(document.visibilityState === 'visible');
  }

  @Listen('pageshow', { target: 'window' })
  async comeBack({ persisted }: PageTransitionEvent): Promise<void> {
    // The browser had put the page away as it was.
    if (persisted) await this.refresh();
  }

  /** Has the backend asked now how the payment stands. */
  @Listen('online', { target: 'window' })
  @Method()
  async refresh(): Promise<void> {
    await this.follower.refresh();
  }

  private read(): IntentSnapshot | null {
    const read = readJson(IntentSnapshot, this.snapshot, { tag: TAG, attribute: 'snapshot' });
    if (!read) return null;
    if (!this.intent || read.id === this.intent) return read;
    warnOnce(`<${TAG}> leaves out snapshot: it is of another payment than intent.`);
    return null;
  }

  /** Another payment: that of before is not spoken of any more. */
  private begin(snapshot: IntentSnapshot | null): void {
    this.known = snapshot;
    this.knownAt = placeOf(this, this.host).now;
    this.isStale = false;
    this.said = '';
  }

  private hear({ snapshot, problem, answeredAt }: Followed): void {
    this.knownAt = Math.max(this.knownAt, answeredAt ?? 0);
    // The page may have said more since this was asked.
    if (snapshot) this.show(newerOf(this.known, snapshot));
    const wasStale = this.isStale;
    this.isStale = problem !== null;
    if (this.isStale && !wasStale) this.sayStale();
  }

  private show(snapshot: IntentSnapshot): void {
    const before = this.known;
    if (snapshot === before) return;
    this.known = snapshot;
    // What is drawn first is not said aloud; a change is, once.
    if (before) this.sayChange(before, snapshot);
    const { status, version } = snapshot;
    if (status === before?.status && version === before.version) return;
    this.statusChange.emit({ status, phase: phaseOf(snapshot), version });
  }

  private sayChange(before: IntentSnapshot, after: IntentSnapshot): void {
    const language = this.language();
    if (!language) return;
    const words = spoken(tellingOf(after, language));
    if (words !== spoken(tellingOf(before, language))) this.said = words;
  }

  private sayStale(): void {
    const language = this.language();
    if (!language) return;
    this.said = this.known ? staleWords(this.knownAt, language) : spoken(unavailable(language));
  }

  private readonly handleCheck = async (): Promise<void> => {
    // Said anew, also in the same words.
    this.said = '';
    this.isAsked = true;
    await this.refresh();
    if (!this.isStale) return;
    this.isAsked = false;
    this.sayStale();
  };

  private language(): StatusLanguage | null {
    return languageOf(this, this.host);
  }

  render() {
    const { known, isStale } = this;
    const language = this.language();
    if (!language) return <Host></Host>;
    const written = negotiateLocale([language.locale]);
    const telling = known ? tellingOf(known, language) : isStale ? unavailable(language) : null;
    return (
      <Host status={known?.status} phase={known ? phaseOf(known) : undefined}>
        <div lang={written} dir={directionOf(written)}>
          {telling ? this.body(telling, language) : <slot />}
          {/* It is there before it says anything: only what changes in it is heard. */}
          <p class="unseen" role="status">
            {this.said}
          </p>
        </div>
      </Host>
    );
  }

  private body({ sign, title, texts, wentBack, reference }: Telling, language: StatusLanguage) {
    const [Title] = headingsOf(TAG, this.headingLevel);
    return (
      <div part="body" class={`body ${sign}`}>
        {statusIcon(sign)}
        <div class="words">
          <Title part="heading" class="title" tabIndex={-1}>
            {title}
          </Title>
          {texts.map((text) => (
            <p part="text">{text}</p>
          ))}
          {wentBack.map(({ text, lines }) => [
            <p part="text">{text}</p>,
            lines.length > 0 && (
              <ul part="reversals" role="list">
                {lines.map((line) => (
                  <li part="reversal">{line}</li>
                ))}
              </ul>
            ),
          ])}
          {reference && (
            <p part="reference" class="reference">
              <bdi>{reference}</bdi>
            </p>
          )}
          {this.isStale && this.stale(language)}
          <slot />
        </div>
      </div>
    );
  }

  private stale(language: StatusLanguage) {
    return [
      this.known && (
        <p part="stale" class="stale">
          {staleWords(this.knownAt, language)}
        </p>
      ),
      <button part="button" type="button" onClick={this.handleCheck}>
        {language.messages['status.check']}
      </button>,
    ];
  }
}
