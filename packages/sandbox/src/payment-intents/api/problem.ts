/** An answer of the system that is not a success. Its text is stable and never repeats what was sent. */
export class ApiError extends Error {
  readonly status: ErrorStatus;
  readonly fields: Record<string, string[]> | undefined;
  readonly retryAfter: number | undefined;

  constructor(
    status: ErrorStatus,
    message: string,
    details: { fields?: Record<string, string[]>; retryAfter?: number } = {},
  ) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.fields = details.fields;
    this.retryAfter = details.retryAfter;
  }

  toResponse(): Response {
    const body = { message: this.message, ...(this.fields && { errors: this.fields }) };
    const headers = this.retryAfter === undefined ? {} : { 'Retry-After': String(this.retryAfter) };
    return Response.json(body, { status: this.status, headers });
  }
}

export type ErrorStatus = 400 | 401 | 404 | 409 | 413 | 422 | 428 | 429 | 503 | 504;
