/** What a page's own content security policy and its clock want of a render. */
export interface RenderOptions {
  /** Of the page's policy (`style-src 'nonce-…'`): the elements' styles stand in the HTML. */
  nonce?: string;
  /** ms after which a render that has not ended is a failure; 15 s when left out. */
  timeout?: number;
}

/** Why a render failed: what the elements' renderer said, in its own words. */
export interface RenderDiagnostic {
  level: string;
  header: string;
  message: string;
}

/** An element threw, or did not end in time. Its place in the HTML would be empty: nothing is answered instead. */
export class RenderError extends Error {
  override readonly name = 'RenderError';
  readonly code = 'render_failed';
  readonly diagnostics: readonly RenderDiagnostic[];

  constructor(diagnostics: readonly RenderDiagnostic[]) {
    super(
      `The display elements could not be rendered: ${diagnostics.map(({ message }) => firstLine(message)).join('; ')}`,
    );
    this.diagnostics = diagnostics;
  }
}

/**
 * Renders the display elements in a piece of HTML, or in a whole document (one that begins with `<!doctype` or `<html`), with
 * declarative shadow DOM: it is read without a script and comes alive without a change. Renders may run side by side.
 * The HTML is the page's own: escape what you put into attributes. Throws a `RenderError`.
 */
export async function render(html: string, { nonce, timeout }: RenderOptions = {}): Promise<string> {
  const isDocument = /^\s*<(?:!doctype|html)[\s>]/i.test(html);
  const { renderToString } = await import('@florin/display/hydrate');
  const result = await renderToString(html, {
    serializeShadowRoot: 'declarative-shadow-dom',
    fullDocument: isDocument,
    removeHtmlComments: false,
    removeAttributeQuotes: false,
    removeEmptyAttributes: false,
    removeUnusedStyles: false,
    // What an element warns of is the developer's to see.
    runtimeLogging: true,
    ...(timeout !== undefined && { timeout }),
    ...(nonce !== undefined && toldNonce(nonce)),
  });
  const { diagnostics, html: rendered } = result;
  if (diagnostics.length > 0 || rendered === null)
    throw new RenderError(
      diagnostics.map(({ level, header = '', messageText }) => ({ level, header, message: messageText })),
    );
  return rendered;
}

/** The renderer looks for it in a meta tag, where a page's scripts and style sheets could read it: it is gone before the page is. */
function toldNonce(nonce: string) {
  let meta: HTMLMetaElement | undefined;
  return {
    beforeHydrate(document: Document): void {
      meta = document.createElement('meta');
      meta.setAttribute('name', 'csp-nonce');
      meta.setAttribute('content', nonce);
      document.head.insertBefore(meta, document.head.firstChild);
    },
    afterHydrate(): void {
      meta?.remove();
    },
  };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
