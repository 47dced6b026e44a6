import { categories, reasonOfCategory } from '@florin/contract';
import * as milkyPay from '@florin/providers/milky-pay';
import * as paymentIntents from '@florin/providers/payment-intents';
import * as paymentsTrust from '@florin/providers/payments-trust';
import * as purse from '@florin/providers/purse';
import { code, table } from './table.mjs';

/** docs/providers.md: the tables as people read them, and how a provider is added. */
export function providersPage() {
  return `<!-- Made by \`npm run docs\` from packages/providers. -->

# Providers

Each provider has a room in \`packages/providers/src\` that reads its payloads, statuses and codes into the
[contract's](backend.md) words. The same code runs in the gateways of \`@florin/server\` and, where a backend only relays its
provider, [in the browser](headless.md). This page shows what stands in the tables. To correct a line, correct the room's
\`codes.ts\` or \`statuses.ts\` and run \`npm run docs\`.

- **Statuses decide, codes explain.** A code never ends a payment nor makes it a paid one. The one thing it does is to hold back: where
  a payment that was given up has a code which says that the money may have been taken, it is told as that. A code or status
  that nobody lists breaks nothing: the payment stays watched, or the failure is explained by its category, else as a plain
  decline.
- **told**: what the customer reads is the reason's message. A reason that is not told shows, word for word, what
  \`generic_decline\` shows; the merchant's own backend sees the true code. [What each reason says and offers](failure-reasons.md).
- **verify_outcome** means that the money may have been taken: the customer is asked not to pay again.
- A resolution that asks for something (3-D Secure, a code) is a soft decline on a failed payment: the same card is offered
  again, and the next attempt asks the issuer for that step. On a live payment the provider's payload becomes the next action.

| provider | room | gateway | in the sandbox |
| --- | --- | --- | --- |
| Payment intents | \`@florin/providers/payment-intents\` | \`createPaymentIntentsGateway\` | [the payment-intent system](sandbox-payment-intents.md) |
| PaymentsTrust | \`@florin/providers/payments-trust\` | \`createPaymentsTrustGateway\` | [Corefy](sandbox-corefy.md) |
| MilkyPay | \`@florin/providers/milky-pay\` | \`createMilkyPayGateway\` | [Corefy](sandbox-corefy.md) |
| Purse with Alma | \`@florin/providers/purse\` | \`createPurseGateway\`, \`createAlmaGateway\` | [Purse and Alma](sandbox-purse.md) |

## Payment intents

The contract follows its model, so its statuses are the contract's own${aliasesOf(paymentIntents.attemptStatuses)}.
It publishes no list of codes: the category that stands beside a code explains the ones that are not listed here.

${table(
  ['category', 'reason of a code that is not listed'],
  categories.map((category) => [code(category), code(reasonOfCategory(category))]),
)}

Its pages name ${Object.keys(paymentIntents.documentedCodes).map(code).join(' and ')}; the others are the sandbox's, in its spelling.

${codesTable(paymentIntents.provider)}

## Corefy: PaymentsTrust and MilkyPay

Both brands run on one platform and share its statuses. Letters in capitals are the same status.

${table(
  ['status of the invoice', 'payment', 'attempt', ''],
  Object.entries(paymentsTrust.statuses).map(([status, entry]) => [
    code(status),
    code(entry.payment),
    code(entry.attempt),
    entry.uncertain ? 'not known: kept watched' : '',
  ]),
)}

### PaymentsTrust: ${paymentsTrust.provider.codes.length} resolutions

Compared without regard to case, but \`INVALID_AMOUNT\` and \`invalid_amount\`, which mean different things.

${codesTable(paymentsTrust.provider, paymentsTrust.codes)}

### MilkyPay: ${milkyPay.provider.codes.length} resolutions

What it sends beyond its own list means what it means at PaymentsTrust.

${codesTable(milkyPay.provider, milkyPay.codes)}

## Purse with Alma

${table(
  ['state', 'attempt', ''],
  Object.entries(purse.states).map(([state, entry]) => [
    code(state),
    code(entry.attempt),
    entry.uncertain ? 'not known: kept watched' : '',
  ]),
)}

### Alma: ${Object.keys(purse.partnerStatuses).length} statuses

The state is Purse's; it decides where a payment says one. The reason is what a failed payment with this status is told as.

${table(
  ['status', 'state', 'reason', 'category', 'recovery', 'told'],
  Object.entries(purse.partnerStatuses).map(([status, { state }]) => [
    code(status),
    code(state),
    ...explained(purse.provider, status),
  ]),
)}

### Purse's own codes

Where the partner's status is not told, Purse's code explains.

${table(
  ['code', 'reason', 'category', 'recovery', 'told'],
  Object.keys(purse.purseCodes).map((name) => [code(name), ...explained(purse.provider, name)]),
)}

## Add a provider

To be read: one folder. To be used: a line or a folder more in each place that is to use it. The test
[\`e2e/every-code/made-up-provider.test.ts\`](../e2e/every-code/made-up-provider.test.ts) adds a fifth provider that exists nowhere
else, pays with it through server and SDK, and reads it in the browser's part: copy it to begin.

1. \`packages/providers/src/<id>/\`: \`statuses.ts\` (native status → contract), \`codes.ts\` (\`codesOf({ … })\`: native code → reason,
   \`{ sameAs }\` for another spelling), \`read.ts\` (payload → \`Reading\`; it does not throw, and says with \`unreadable([…])\` where a
   payload is not the provider's; a status that is not in the table goes through \`unlistedStatus\`, so that no foreign word ends a
   payment; what went back until now is \`refunded\` and \`charged_back\`, in the provider's own unit, of \`totalOf\`), \`index.ts\` (\`export const provider: Provider\`), and tests. Add the folder to the \`exports\` of
   [package.json](../packages/providers/package.json).
2. Keep the provider's published lists in \`packages/providers/src/code-lists/\` and add a line to
   [\`code-lists.test.ts\`](../packages/providers/src/code-lists.test.ts) beside it: it fails when a code is missing,
   misspelt, or falls to a default.
3. For backends that relay: one line in the registry, [\`packages/core/src/client/provider-rooms.ts\`](../packages/core/src/client/provider-rooms.ts).
   A page may add a room without it: \`createCheckout({ providers: { mine: async () => provider } })\`.
4. For the server kit: a [\`Gateway\`](../packages/server/src/gateway.ts) in \`packages/server/src/gateways/<id>/\`. Every failure of a call
   is \`not_sent\`, \`refused\` or \`unknown\`; what is not certainly refused is \`unknown\`, and the server asks with \`read\`.
5. Offline: a [\`Simulator\`](../packages/sandbox/src/simulator.ts) at the native HTTP API in \`packages/sandbox/src/<id>/\`.
6. This page: \`scripts/docs/providers-page.mjs\`.
`;
}

function codesTable(provider, codes) {
  return table(
    ['code', 'reason', 'category', 'recovery', 'told'],
    provider.codes.map((name) => {
      const same = codes?.aliasOf(name);
      return [same ? `${code(name)} = ${code(same)}` : code(name), ...explained(provider, name)];
    }),
  );
}

function explained(provider, name) {
  const { reason, recovery, field, disclose, code: stated } = provider.describeFailure(name);
  return [
    code(reason),
    code(stated.category),
    `${code(recovery)}${field ? ` (${field})` : ''}`,
    disclose ? 'yes' : 'no',
  ];
}

function aliasesOf(statuses) {
  const aliases = [...statuses].filter(([native, contract]) => native !== contract);
  return aliases.length === 0
    ? ''
    : `; ${aliases.map(([native, contract]) => `${code(native)} is ${code(contract)}`).join(', ')}`;
}
