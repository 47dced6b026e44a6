import { createHash } from 'node:crypto';
import { ApiError } from './problem.js';

interface Entry {
  fingerprint: string;
  /** Kept as a promise: a second request with the same key waits for the first one's answer. */
  answer: Promise<{ status: number; body: string }>;
}

/** First answers by `X-Idempotency-Key`. Bodies are kept as hashes only: they hold card numbers. */
export class Idempotency {
  readonly #entries = new Map<string, Entry>();

  async run(key: string | undefined, request: string, handle: () => Promise<Response>): Promise<Response> {
    if (!key || key.length < 8 || key.length > 128)
      throw new ApiError(428, 'X-Idempotency-Key is required, 8 to 128 characters.');
    const fingerprint = createHash('sha256').update(request).digest('hex');
    const entry = this.#entries.get(key);
    if (entry && entry.fingerprint !== fingerprint)
      throw new ApiError(409, 'This idempotency key was used with another request.');
    if (entry) {
      const { status, body } = await entry.answer;
      return json(status, body, { 'X-Idempotent-Replayed': 'true' });
    }
    const answer = handle().then(async (response) => ({ status: response.status, body: await response.text() }));
    this.#entries.set(key, { fingerprint, answer });
    try {
      const { status, body } = await answer;
      return json(status, body);
    } catch (error) {
      // Refused before anything happened: the same key may try again.
      this.#entries.delete(key);
      throw error;
    }
  }
}

function json(status: number, body: string, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers: { 'Content-Type': 'application/json', ...headers } });
}
