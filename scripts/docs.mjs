// npm run docs: writes the documents that are made from the code. With --check: fails when one of them is stale.
import { table } from './docs/table.mjs';
import { writeOrCheck } from './docs/write-or-check.mjs';

const { openApi } = await import('@florin/contract/openapi');
const { reasons, reasonOfCategory, categories } = await import('@florin/contract');
const { displayPage } = await import('./docs/display-page.mjs');
const { providersPage } = await import('./docs/providers-page.mjs');
const { corefyCards, lookupCards, purseCards, testCards, TEST_OTP } = await import('@florin/sandbox/test-cards');

const documents = {
  'docs/openapi.json': `${JSON.stringify(openApi(), null, 2)}\n`,
  'docs/test-cards.md': testCardsPage(),
  'docs/failure-reasons.md': reasonsPage(),
  'docs/providers.md': providersPage(),
  'docs/display-elements.md': displayPage(),
};

function grouped(number) {
  return number.startsWith('3') ? number.replace(/^(\d{4})(\d{6})/, '$1 $2 ') : number.replace(/(\d{4})(?=\d)/g, '$1 ');
}

function testCardsPage() {
  const rows = testCards.map(({ number, brand, what, reason }) => [
    `\`${grouped(number)}\``,
    brand,
    what,
    reason ? `\`${reason}\`` : '–',
  ]);
  const differing = lookupCards.map(({ number, range, what }) => [
    `\`${grouped(number)}\``,
    range.brands.join(', '),
    what,
  ]);
  return `<!-- Made by \`npm run docs\` from the tables in packages/sandbox/src. -->

# Test cards of the sandbox

Of the payment-intent system; those of [PaymentsTrust and MilkyPay](#paymentstrust-and-milkypay) and of
[Purse](#purse-with-alma) stand below. Any later expiry date and any security code will do; test mode takes past dates too. The right one-time code is \`${TEST_OTP}\`.
A number that is not listed and passes the Luhn check is paid. The QR method shows a code whose page, the sandbox's "phone", approves or refuses.

${table(['number', 'brand', 'what happens', 'reason told'], rows)}

## Cards whose form differs

A card lookup tells what these need. All of them are paid.

${table(['number', 'brands', 'what is different'], differing)}

## PaymentsTrust and MilkyPay

Corefy's own four cards. With two of them the expiry date picks what happens; “any other” is every other date.

${table(
  ['number', 'expiry', 'what happens', 'resolution'],
  corefyCards.map(({ number, expiry, what, code }) => [
    `\`${grouped(number)}\``,
    expiry ?? 'any other',
    what,
    `\`${code}\``,
  ]),
)}

## Purse with Alma

The first row is Purse's own; it publishes no other, so the others are the sandbox's. They do the same with Alma and without.

${table(
  ['number', 'expiry', 'code', 'what happens', 'status in the end', 'reason told'],
  purseCards.map(({ number, expiry, cvc, what, code, reason }) => [
    `\`${grouped(number)}\``,
    expiry ?? 'any',
    cvc ?? 'any',
    what,
    `\`${code}\``,
    reason ? `\`${reason}\`` : '–',
  ]),
)}
`;
}

function reasonsPage() {
  const rows = Object.entries(reasons).map(([reason, { category, recovery, field, disclose }]) => [
    `\`${reason}\``,
    `\`${category}\``,
    `\`${recovery}\`${field ? ` (${field})` : ''}`,
    disclose ? 'yes' : 'no: shown as `generic_decline`',
  ]);
  return `<!-- Made by \`npm run docs\` from packages/contract/src/reasons.ts. -->

# Failure reasons

A provider's code is read into a reason by its table in \`packages/providers\`. The reason is the key of the customer's message,
and says what can be done next. Status alone decides whether a payment is final: a reason only explains.

${table(['reason', 'default category', 'recovery', 'told to the customer?'], rows)}

A code that no table lists falls back to its category:

${table(
  ['category', 'reason'],
  categories.map((category) => [`\`${category}\``, `\`${reasonOfCategory(category)}\``]),
)}
`;
}

writeOrCheck(documents, process.argv.includes('--check'));
