// npm run docs: writes the documents that are made from the code. With --check: fails when one of them is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from './docs/table.mjs';
import { root } from './run.mjs';

const { openApi } = await import('@florin/contract/openapi');
const { reasons, reasonOfCategory, categories } = await import('@florin/contract');
const { providersPage } = await import('./docs/providers-page.mjs');
const { lookupCards, testCards, TEST_OTP } = await import('@florin/sandbox/test-cards');

const documents = {
  'docs/openapi.json': `${JSON.stringify(openApi(), null, 2)}\n`,
  'docs/test-cards.md': testCardsPage(),
  'docs/failure-reasons.md': reasonsPage(),
  'docs/providers.md': providersPage(),
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
  return `<!-- Made by \`npm run docs\` from packages/sandbox/src/test-cards.ts. -->

# Test cards of the sandbox

Any later expiry date and any security code will do; test mode takes past dates too. The right one-time code is \`${TEST_OTP}\`.
A number that is not listed and passes the Luhn check is paid. The QR method shows a code whose page, the sandbox's "phone", approves or refuses.

${table(['number', 'brand', 'what happens', 'reason told'], rows)}

## Cards whose form differs

A card lookup tells what these need. All of them are paid.

${table(['number', 'brands', 'what is different'], differing)}
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

const stale = [];
for (const [path, text] of Object.entries(documents)) {
  const file = join(root, path);
  let current = '';
  try {
    current = readFileSync(file, 'utf8');
  } catch {
    // Not written yet.
  }
  if (current === text) continue;
  if (process.argv.includes('--check')) stale.push(path);
  else writeFileSync(file, text);
}
if (stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run \`npm run docs\`.`);
  process.exit(1);
}
