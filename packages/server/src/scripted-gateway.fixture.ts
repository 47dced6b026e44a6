import type { AttemptReading, Reading } from '@florin/providers';
import { provider } from '@florin/providers/payment-intents';
import type { AttemptRequest, ForgetRequest, Gateway, KeptCard, TokenizeRequest, WebhookHint } from './gateway.js';

type Step = Reading | Error | Promise<Reading>;

export const attempt = (fields: Partial<AttemptReading> = {}): Reading => ({
  status: 'pending',
  attempt: {
    id: 'att_1',
    status: 'processing',
    uncertain: false,
    is_fallback: false,
    next_action: null,
    failure: null,
    ...fields,
  },
});
export const completed = (fields: Partial<AttemptReading> = {}): Reading => ({
  ...attempt({ status: 'completed', ...fields }),
  status: 'completed',
});
export const declined = (code: string, fields: Partial<AttemptReading> = {}): Reading =>
  attempt({ status: 'failed', failure: { ...provider.describeFailure(code), disclose: true }, ...fields });

/** A provider that answers what the test says, and remembers what it was asked. */
export class ScriptedGateway implements Gateway {
  takesCardInstallments = true;
  readonly calls: { call: string; request: unknown }[] = [];
  opening: string | Error | null = null;
  starting: Step = completed();
  confirming: Step = completed();
  reading: Step = attempt();
  /** What it says of one attempt alone, by our id. */
  readonly readings = new Map<string, Step>();
  resending: Step = attempt();
  cancelling: Step = attempt({ status: 'cancelled' });
  token: string | Error | Promise<string> = 'tok_1';
  kept: KeptCard | Error | null = null;
  forgetting: Error | null = null;
  signature = 'right';
  /** What a webhook is about; `null`: its body is the provider's identifier of the payment. */
  hint: WebhookHint | null = null;

  count(call: string): number {
    return this.calls.filter((each) => each.call === call).length;
  }

  async open(payment: { id: string }): Promise<string> {
    this.calls.push({ call: 'open', request: payment });
    if (this.opening instanceof Error) throw this.opening;
    return this.opening ?? `TRX_${payment.id}`;
  }
  start = (request: unknown) => this.#answer('start', request, this.starting);
  confirm = (request: unknown) => this.#answer('confirm', request, this.confirming);
  read = (request: AttemptRequest) =>
    this.#answer('read', request, this.readings.get(request.attempt.id) ?? this.reading);
  resend = (request: unknown) => this.#answer('resend', request, this.resending);
  cancel = (request: unknown) => this.#answer('cancel', request, this.cancelling);

  async tokenizeCard(request: TokenizeRequest) {
    this.calls.push({ call: 'tokenize', request });
    if (this.token instanceof Error) throw this.token;
    return { token: await this.token };
  }
  async keptCard(request: unknown) {
    this.calls.push({ call: 'kept', request });
    if (this.kept instanceof Error) throw this.kept;
    return this.kept;
  }
  async forgetCard(request: ForgetRequest) {
    this.calls.push({ call: 'forget', request });
    if (this.forgetting) throw this.forgetting;
  }

  /** The tokens that it was told to forget. */
  get forgotten(): string[] {
    return this.calls.flatMap(({ call, request }) => (call === 'forget' ? (request as ForgetRequest).token : []));
  }

  async verifyWebhook(rawBody: Uint8Array<ArrayBuffer>, headers: Headers, url: URL) {
    this.calls.push({ call: 'webhook', request: { size: rawBody.byteLength, query: url.search } });
    if (headers.get('x-signature') !== this.signature) return null;
    return this.hint ?? { providerIntentId: new TextDecoder().decode(rawBody) };
  }

  async #answer(call: string, request: unknown, step: Step): Promise<Reading> {
    this.calls.push({ call, request });
    if (step instanceof Error) throw step;
    return step;
  }
}
