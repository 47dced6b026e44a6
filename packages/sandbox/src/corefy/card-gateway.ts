import { labelOfCard, networkOf } from '../card.js';
import type { SandboxWorld } from '../simulator.js';
import { randomId } from '../random-id.js';
import { TEST_OTP } from '../test-cards.js';
import { courseOf, type Course } from './course.js';
import type { Invoices } from './invoices.js';
import { isOpen, type Ending, type Invoice, type Sale } from './model.js';
import { CorefyError, refuse } from './problem.js';
import { objectOf, type CardToCharge } from './requests.js';

const OTP_TRIES = 3;
/** Tries to pay one invoice, as the platform counts them by default. */
const MOST_SALES = 5;

const waiting: Record<'challenge' | 'otp', Ending> = {
  challenge: { status: 'process_pending', resolution: 'auth_3ds_required' },
  otp: { status: 'process_pending', resolution: 'auth_otp_required' },
};
const refusedByIssuer: Ending = { status: 'process_failed', resolution: 'client_auth_failed' };
const wrongCode: Ending = { status: 'process_failed', resolution: 'invalid_otp_code' };
const underWay: Ending = { status: 'process_pending', resolution: 'ok' };

/** What takes the card, and what the issuer says to it. */
export class CardGateway {
  constructor(
    private readonly world: SandboxWorld,
    private readonly invoices: Invoices,
  ) {}

  /** Charges the card. It does not look whether another sale of this invoice is under way: a second one charges again. */
  async sell(invoice: Invoice, card: CardToCharge): Promise<Sale> {
    if (invoice.sales.length >= MOST_SALES) throw new CorefyError(422, 'attempt_limit_reached');
    const isForced = objectOf(invoice.gatewayOptions['cardgate'])['force_3ds'] === true;
    const course = courseOf(card, invoice.scenario, isForced);
    const sale: Sale = {
      id: `prq_${randomId()}`,
      brand: networkOf(card.number),
      last4: card.number.slice(-4),
      ...underWay,
      step: null,
    };
    this.invoices.addSale(invoice, sale);
    await this.world.timers.wait(this.world.latency);
    this.#begin(invoice, sale, course);
    return sale;
  }

  /** No call for this is published: the address and the body are ours. */
  confirm(invoice: Invoice, otp: unknown): Sale {
    const sale = invoice.sales.at(-1);
    if (sale?.step?.type !== 'otp') throw new CorefyError(422, 'otp_is_not_expected');
    if (typeof otp !== 'string' || otp === '') refuse('otp', 'required');
    const { step } = sale;
    if (otp === TEST_OTP) this.#end(invoice, sale, step.end);
    else if ((step.triesLeft -= 1) === 0) this.#end(invoice, sale, wrongCode);
    else sale.resolution = wrongCode.resolution;
    return sale;
  }

  #begin(invoice: Invoice, sale: Sale, { step, end }: Course): void {
    if (step === null) return this.#end(invoice, sale, end);
    if (step === 'otp') {
      sale.step = { type: 'otp', triesLeft: OTP_TRIES, end };
      return this.invoices.move(invoice, sale, waiting.otp);
    }
    const { returnUrl, returnUrls, amount, currency } = invoice;
    const challenge = this.world.challenges.open({
      amount: { major: amount, currency },
      label: labelOfCard(sale.brand, sale.last4),
      windowSize: '02',
      notificationUrl: returnUrl ?? String(returnUrls['success'] ?? this.world.publicUrl),
      isOpen: () => sale.step !== null && isOpen(invoice),
      settle: (confirmed) => this.#end(invoice, sale, confirmed ? end : refusedByIssuer),
    });
    sale.step = { type: 'challenge', version: step === 'three_ds' ? 2 : 1, challenge, end };
    this.invoices.move(invoice, sale, waiting.challenge);
  }

  #end(invoice: Invoice, sale: Sale, end: Ending): void {
    sale.step = null;
    const { after = 0 } = invoice.scenario;
    if (after === 0) return this.invoices.settle(invoice, sale, end);
    this.invoices.move(invoice, sale, underWay);
    this.world.timers.later(after, () => this.invoices.settle(invoice, sale, end));
  }
}
