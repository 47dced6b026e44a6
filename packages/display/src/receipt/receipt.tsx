import { Build, Component, Element, Host, Prop, State, Watch, h } from '@stencil/core';
import { directionOf } from '@florin/locale';
import { amountOf } from '../attributes/amount-of.js';
import { headingsOf } from '../attributes/headings-of.js';
import { languageOf, takeWords, type Words } from '../place/words.js';
import { agreed } from './agreed.js';
import { details } from './details.js';
import { partsOf } from './parts-of.js';
import { dateOf, isReceipt, reversalsIn } from './receipt-attributes.js';
import { returnedOf } from './reversals.js';
import { wentBack } from './went-back.js';

/**
 * What was paid, for reading and for paper: amount, way to pay, date, reference, what went back since, and the plan where it
 * is paid in parts. It is no tax invoice.
 * @part title - The heading.
 * @part print - The button that prints the page. It is there once a script is.
 * @part subtitle - The heading of what went back.
 * @part details - The lines of the payment.
 * @part line - One of them: what it is, and how much, when or which.
 * @part amount - The line of the amount.
 * @part returned - The lines of what went back.
 * @part net - The line of what is left.
 * @part schedule - The payments of a plan, a table.
 * @part caption - Its caption.
 * @part payment - One of the payments.
 * @part total - All of them.
 * @part note - What is said below them.
 */
@Component({ tag: 'florin-receipt', styleUrls: ['../theme/tokens.css', 'receipt.css'], shadow: true })
export class FlorinReceipt {
  @Element() host!: HTMLElement;

  /** What was paid, or bought where it is paid in parts: minor units, digits only. */
  @Prop() amount?: number | string;

  /** ISO 4217, in capitals. */
  @Prop() currency?: string;

  /** How many fraction digits `amount` has. */
  @Prop() exponent?: number | string;

  /** Whom it was paid to. */
  @Prop() merchant?: string;

  /** What it was paid with, as the attempt's `label`: `Visa •••• 4242`. */
  @Prop() method?: string;

  /** When it was paid, as the intent's `completed_at`: ISO 8601 with an offset. */
  @Prop() date?: string;

  /** What the shop finds the payment by. */
  @Prop() reference?: string;

  /** What it was paid for. */
  @Prop() description?: string;

  /** The intent's status, where the page has it: there is no receipt of what is not paid. */
  @Prop() status?: string;

  /** JSON of the intent's `refunds`. */
  @Prop() refunds?: string;

  /** JSON of the intent's `charge_backs`. */
  @Prop() chargeBacks?: string;

  /** JSON of the financing plan that was agreed to. Nothing is called paid then: each payment has its date. */
  @Prop() plan?: string;

  /** How many payments the card's issuer makes of it, where no plan says more. Nothing is called paid then either. */
  @Prop() installments?: number | string;

  /** What these payments come to, in minor units. */
  @Prop() installmentsTotal?: number | string;

  /** Level of the heading, 1 to 6; 2 unless it is said. */
  @Prop() headingLevel?: number;

  /** Language tag. The nearest `lang` attribute unless it is said. */
  @Prop({ reflect: true, mutable: true }) locale?: string;

  /** IANA name of the zone whose days and hours are meant. The visitor's unless it is said; a server's is UTC. */
  @Prop({ reflect: true, mutable: true }) timeZone?: string;

  /** `light`, `dark`, or `auto`: as the visitor's system. Unsaid, the page's own scheme counts. */
  @Prop({ reflect: true }) theme?: 'auto' | 'light' | 'dark';

  @State() words?: Words<'receipt'>;

  /** A script is there: the button can do what it says. */
  @State() isAlive = false;

  @Watch('locale')
  async loadWords(): Promise<void> {
    await takeWords('receipt', this, this.host);
  }

  async componentWillLoad(): Promise<void> {
    await this.loadWords();
  }

  componentDidLoad(): void {
    this.isAlive = Build.isBrowser;
  }

  private readonly print = (): void => globalThis.print();

  render() {
    const language = languageOf(this, this.host);
    const amount = amountOf('florin-receipt', this);
    if (!language || !amount || !isReceipt(this.status)) return <Host></Host>;
    const parts = partsOf(this, amount.value);
    const { messages } = language;
    const view = { ...language, amount, parts };
    const [refunds, chargeBacks] = [
      reversalsIn(this.refunds, 'refunds'),
      reversalsIn(this.chargeBacks, 'charge-backs'),
    ];
    const returned = returnedOf(amount.value, { refunds, chargeBacks, status: this.status });
    const hasReturned = returned.lines.length > 0;
    const [Title, Subtitle] = headingsOf('florin-receipt', this.headingLevel);
    return (
      <Host>
        <article lang={view.locale} dir={directionOf(view.locale)}>
          <header>
            <Title part="title" class="title">
              {messages[parts ? 'receipt.title.in_parts' : 'receipt.title']}
            </Title>
            {/* Its room is there before it is, and no word: nothing moves, and nothing else is read, when a script comes. */}
            <button
              part="print"
              type="button"
              class={{ asleep: !this.isAlive }}
              aria-label={messages['receipt.print']}
              onClick={this.print}
            >
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d="M7 8V3h10v5M7 18H4V8h16v10h-3M7 14h10v7H7z" />
              </svg>
            </button>
          </header>
          {details(this, dateOf(this.date), view)}
          {hasReturned && [
            <Subtitle part="subtitle" class="subtitle">
              {messages['receipt.returned']}
            </Subtitle>,
            wentBack(returned, view),
          ]}
          {parts && agreed(parts, hasReturned, view)}
        </article>
      </Host>
    );
  }
}
