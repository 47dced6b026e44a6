import { randomId } from '../random-id.js';

/**
 * An answer that is no success. The status codes and `{ request_id, error_type, error_codes[] }` are documented; that a field
 * is named by `errors[].source.pointer` is JSON:API's own. No text repeats what was sent.
 */
export class CorefyError extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 422 | 429,
    readonly code: string,
    readonly pointers: readonly string[] = [],
  ) {
    super(code);
    this.name = 'CorefyError';
  }

  toResponse(): Response {
    const errors = this.pointers.map((pointer) => ({ code: this.code, source: { pointer } }));
    const error_type = this.status === 422 ? 'validation_error' : 'request_error';
    const body = { request_id: randomId(), error_type, error_codes: [this.code], ...(errors.length > 0 && { errors }) };
    return Response.json(body, { status: this.status });
  }
}

export function refuse(pointer: string, code = 'invalid_value'): never {
  throw new CorefyError(422, code, [`/data/attributes/${pointer}`]);
}
