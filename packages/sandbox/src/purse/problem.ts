/** An answer that is no success (RFC 9457). Its text is stable and never repeats what was sent. */
export class PurseProblem extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 415 | 504,
    title: string,
    readonly pointers: readonly string[] = [],
  ) {
    super(title);
    this.name = 'PurseProblem';
  }

  toResponse(): Response {
    const body = {
      type: 'about:blank',
      title: this.message,
      status: this.status,
      ...(this.pointers.length > 0 && {
        errors: this.pointers.map((pointer) => ({ detail: 'Check this field.', pointer })),
      }),
    };
    return new Response(JSON.stringify(body), {
      status: this.status,
      headers: { 'Content-Type': 'application/problem+json' },
    });
  }
}

export function refuse(...pointers: string[]): never {
  throw new PurseProblem(400, 'The request was not accepted.', pointers);
}
