export interface PolicyOptions {
  nonce: string;
  /** Origin of the issuer's challenge page, which the checkout posts to and shows in a frame. Empty: there is none. */
  issuer: string;
  /** Pages of the shop may show this one in a frame, and it has fonts of its own. */
  isGallery?: boolean;
  /** The policy that markup goes through: Lit's, unless another framework draws the page. */
  trustedTypes?: string;
}

/**
 * The policy of every page of the shop: what a merchant needs who trusts nothing but their own tags.
 * No `unsafe-inline`, no `unsafe-eval`, no host list for scripts; markup only through Lit's own policy.
 */
export function contentSecurityPolicy({
  nonce,
  issuer,
  isGallery = false,
  trustedTypes = 'lit-html',
}: PolicyOptions): string {
  const banks = issuer && `${issuer} `;
  return [
    `default-src 'none'`,
    // `strict-dynamic` lets what a nonce trusts load its own modules.
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'nonce-${nonce}'`,
    `img-src data:`,
    `connect-src 'self'`,
    ...(isGallery ? [`font-src 'self'`] : []),
    // The issuer's page, then the shop's own page that the issuer returns to.
    `frame-src ${banks}'self'`,
    // The issuer's page, and the shop's own form with a card reference.
    `form-action ${banks}'self'`,
    `base-uri 'none'`,
    `frame-ancestors ${isGallery ? `'self'` : `'none'`}`,
    `require-trusted-types-for 'script'`,
    `trusted-types ${trustedTypes}`,
  ].join('; ');
}
