import type { Amount, CardInput, CardLookup } from '@florin/contract';
import { brandName } from '@florin/core/card';
import type { Brand } from '@florin/core/card';
import type { Messages } from '@florin/locale';
import { html, nothing } from 'lit';
import type { CSSResult } from 'lit';
import { needDrawing } from '../loading/drawings.js';
import { untilLoaded } from '../loading/until-loaded.js';
import type { CardDetails, DetailNeeds, DetailsHost } from './details/card-details.js';
import { isNeeded } from './form-field.js';
import type { FormField } from './form-field.js';
import type { CardLookups, LookUp } from './lookup/card-lookups.js';
import type * as LookupPart from './lookup/lookup-part.js';

interface CardPartsHost extends DetailNeeds {
  readonly isConnected: boolean;
  readonly shadowRoot: ShadowRoot | null;
  readonly words: Messages | null;
  readonly brands: readonly string[];
  readonly brandChoice: boolean;
  readonly preferredBrands: readonly string[];
  readonly cardPicture: boolean;
  readonly amount: Amount | null;
  readonly lookUp: LookUp | null;
}

/** First digits after which the code of the lookup is fetched, so that it is there when there are enough to look up. */
const NEAR = 4;

/** The parts of the form that not every card needs: each is a file of its own, fetched when it is needed. */
export class CardParts {
  details: CardDetails | null = null;
  private part: typeof LookupPart | null = null;
  private lookups: CardLookups | null = null;
  private digits = '';
  private amount: Amount | null = null;
  private isFetchingLookup = false;
  private isFetchingDetails = false;

  constructor(
    private readonly host: CardPartsHost,
    /** What the fields below the card need of the form that they are in; `onFields` when they are others now. */
    private readonly detailsHost: DetailsHost,
  ) {}

  /** What is known of this card. */
  get lookup(): CardLookup | null {
    return this.lookups?.result ?? null;
  }

  /** Something has to be filled in whose fields have not come yet. */
  get isAwaited(): boolean {
    const { email, phone, billing } = this.host;
    return this.details ? !this.details.isComplete : [email, phone, billing].some(isNeeded);
  }

  /** The scheme whose rules the card follows, when a lookup told it. */
  get scheme(): Brand | undefined {
    return this.lookup ? this.part?.schemeOf(this.lookup, this.chosenBrand) : undefined;
  }

  /** Of the brands that the card has, the one to pay with. */
  get chosenBrand(): string | null {
    const choices = this.brandChoices;
    if (choices.length < 2) return null;
    const wanted = [this.lookups?.chosenBrand, ...this.host.preferredBrands];
    return choices.find((brand) => brand === wanted.find((each) => each && choices.includes(each))) ?? null;
  }

  /** The number in the field is this one now, whether an event said so or not. */
  followNumber(digits: string): void {
    const { host, lookups } = this;
    this.digits = digits;
    if (digits) needDrawing('brand-mark');
    // It is drawn of what stands in the inputs, and is not there before its file is.
    if (host.cardPicture) host.shadowRoot?.querySelector('florin-card-picture')?.requestUpdate?.();
    // Out of the page nobody is asked anything.
    const lookUp = host.isConnected ? host.lookUp : null;
    if (lookups) lookups.follow(digits, lookUp);
    else if (lookUp && digits.length >= NEAR) void this.fetchLookup();
  }

  /** A lookup that was lost is worth another try. */
  retryLookup(): void {
    this.lookups?.retry();
  }

  /** What is paid is another amount now: what was offered for the last one is not offered any more. */
  followAmount(amount: Amount | null): void {
    const isOther =
      this.amount && amount && (this.amount.value !== amount.value || this.amount.currency !== amount.currency);
    this.amount = amount;
    if (!isOther) return;
    this.lookups?.forgetChoices();
    this.lookups?.forget();
  }

  /** What the intent asks for may be something else now. */
  updateNeeds(): void {
    if (!this.needsDetails) this.details = null;
    else if (this.details) this.details.update(this.host);
    else void this.fetchDetails();
  }

  reset(): void {
    this.followNumber('');
    this.details?.reset();
  }

  /** What was chosen and filled in, for a card that is sent. */
  read(): Partial<CardInput> {
    const { chosenBrand } = this;
    const installments = this.offers.length > 0 ? (this.lookups?.chosenInstallments ?? 1) : 1;
    const offer = this.offers.find(({ count }) => count === installments);
    return {
      ...(chosenBrand !== null && { brand: chosenBrand }),
      ...(offer && { installments, installments_total: offer.total }),
      ...this.details?.read(),
    };
  }

  /** Beside the number: the brand, or the choice between two. */
  renderBrand(brand: Brand | undefined, disabled: boolean): unknown {
    const { part, host } = this;
    const brands = this.brandChoices;
    if (part && brands.length > 1) {
      const choose = (id: string) => this.lookups?.choose(id);
      return part.brandChoiceTemplate({ words: host.words, brands, chosen: this.chosenBrand, disabled, choose });
    }
    const shown = this.lookup?.brands ?? (brand ? [brand.id] : []);
    return html`<span part="brand" class="brands" id="number-beside"
      >${shown.map((id) => html`<florin-brand-mark part="brand-mark" brand=${id} aria-hidden="true"></florin-brand-mark>`)}<span
        class="spoken"
        >${shown.map(brandName).join(' · ')}</span
      ></span
    >`;
  }

  /** A drawn card, where the page wants one. */
  renderPicture(brand: Brand | undefined): unknown {
    if (!this.host.cardPicture) return nothing;
    needDrawing('card-picture');
    return html`<florin-card-picture part="card-picture" aria-hidden="true" .brand=${brand?.id}></florin-card-picture>`;
  }

  /** Under the number: where the card comes from. */
  get issuerHint(): string | undefined {
    return this.lookup ? this.part?.issuerText(this.lookup, this.host.words, this.host.language) : undefined;
  }

  renderInstallments(disabled: boolean): unknown {
    const { part, offers, lookups, host } = this;
    if (!part || !lookups || !host.amount || offers.length === 0) return nothing;
    const { words, language: locale, amount } = host;
    const choose = (count: number) => lookups.chooseInstallments(count);
    const chosen = lookups.chosenInstallments;
    return part.installmentsTemplate({ words, locale, amount, offers, chosen, disabled, choose });
  }

  renderDetails(disabled: boolean, renderField: (field: FormField) => unknown): unknown {
    return this.details?.render(this.host.words, disabled, renderField) ?? nothing;
  }

  /** What has appeared beside the number or below it, for whoever does not see it appear. */
  get spoken(): string {
    const { words } = this.host;
    const brands = this.brandChoices;
    if (!words || (brands.length < 2 && this.offers.length === 0)) return '';
    const choice = brands.length > 1 ? `${words['card.brand_choice']} ${brands.map(brandName).join(', ')}. ` : '';
    return choice + (this.offers.length > 0 ? words['card.installments.label'] : '');
  }

  private get brandChoices(): readonly string[] {
    const { lookup, part, host } = this;
    return lookup && part && host.brandChoice ? part.choosableBrands(lookup, host.brands) : [];
  }

  private get offers(): NonNullable<CardLookup['installments']> {
    return (this.host.amount && this.lookup?.installments) || [];
  }

  private get needsDetails(): boolean {
    const { email, phone, billing, saveOffered } = this.host;
    return saveOffered || [email, phone, billing].some((need) => need !== 'hidden');
  }

  private async fetchLookup(): Promise<void> {
    if (this.isFetchingLookup) return;
    this.isFetchingLookup = true;
    const part = await untilLoaded(
      () => import('./lookup/lookup-part.js'),
      () => this.host.isConnected,
    );
    this.isFetchingLookup = false;
    if (!part || this.part) return;
    this.adopt(part.lookupStyles);
    this.part = part;
    this.lookups = new part.CardLookups(() => this.detailsHost.onFields());
    this.followNumber(this.digits);
  }

  private async fetchDetails(): Promise<void> {
    if (this.isFetchingDetails) return;
    this.isFetchingDetails = true;
    const part = await untilLoaded(
      () => import('./details/card-details.js'),
      () => this.host.isConnected,
    );
    this.isFetchingDetails = false;
    if (!part || this.details || !this.needsDetails) return;
    this.adopt(part.detailsStyles);
    this.details = new part.CardDetails(this.detailsHost, this.host);
    this.detailsHost.onFields();
  }

  private adopt({ styleSheet }: CSSResult): void {
    const sheets = this.host.shadowRoot?.adoptedStyleSheets;
    if (styleSheet && !sheets?.includes(styleSheet)) sheets?.push(styleSheet);
  }
}
