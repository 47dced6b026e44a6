import * as fc from 'fast-check';

/** None of them is this page's, however close. */
export const forgedOrigin = fc.oneof(
  fc.constantFrom('', 'null', '*', '/', `${location.origin}/`, `${location.origin}.evil.example`),
  fc.constantFrom('https://shop.example', location.origin.toUpperCase(), `${location.origin}:443`),
  fc.webUrl().map((url) => new URL(url).origin),
);
