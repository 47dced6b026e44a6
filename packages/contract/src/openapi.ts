import { toJSONSchema } from 'zod/v4/core';
import type * as z from 'zod/mini';
import { AttemptRequest, CardLookup, CardLookupRequest, CardReference, CardReferenceRequest } from './calls.js';
import { Intent } from './intent.js';
import { ActionAnswer } from './next-action.js';
import { Problem, problems, type ProblemCode } from './problem.js';

type Json = Record<string, unknown>;

const intentParameter = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string' },
  description: 'Id of the intent.',
};
const attemptParameter = {
  name: 'attempt',
  in: 'path',
  required: true,
  schema: { type: 'string' },
  description: 'Id of the attempt.',
};
const savedCardParameter = {
  name: 'card',
  in: 'path',
  required: true,
  schema: { type: 'string' },
  description: 'Id of the saved card.',
};
const keyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', minLength: 1, maxLength: 255 },
  description:
    'One per decision of the customer, the same on every sending of it. Same key and same body: the first answer again. Kept for 24 hours at least.',
};

/** The contract as an OpenAPI 3.1 document: what a backend in any language implements. */
export function openApi(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Florin checkout contract',
      version: '0.1.0',
      description:
        'What a merchant’s backend answers to the checkout. Amounts are integers in minor units with their exponent; times are ISO 8601 with an offset, on the server’s clock. Unknown fields are ignored and unknown values of an enum tolerated, on both sides.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    security: [{ clientSecret: [] }],
    paths: {
      '/intents/{id}': {
        get: {
          operationId: 'readIntent',
          summary: 'Read an intent',
          parameters: [intentParameter],
          responses: answers({ 200: 'Intent' }),
        },
      },
      '/intents/{id}/attempts': {
        post: post(
          'startAttempt',
          'Start an attempt',
          'AttemptRequest',
          { 201: 'Intent' },
          [intentParameter],
          ['attempt_in_progress', 'intent_final', 'method_not_available', 'card_reference_spent'],
        ),
      },
      '/intents/{id}/attempts/{attempt}/confirm': {
        post: post(
          'confirmAttempt',
          'Answer a next action',
          'ActionAnswer',
          { 200: 'Intent' },
          [intentParameter, attemptParameter],
          ['attempt_not_found', 'action_not_expected', 'intent_final'],
        ),
      },
      '/intents/{id}/attempts/{attempt}/resend': {
        post: post(
          'resendAction',
          'Ask for another one-time code or another push',
          null,
          { 200: 'Intent' },
          [intentParameter, attemptParameter],
          ['attempt_not_found', 'action_not_expected', 'intent_final'],
        ),
      },
      '/intents/{id}/attempts/{attempt}/cancel': {
        post: post(
          'cancelAttempt',
          'Cancel an attempt',
          null,
          { 200: 'Intent' },
          [intentParameter, attemptParameter],
          ['attempt_not_found', 'action_not_expected', 'intent_final'],
        ),
      },
      '/intents/{id}/card-lookup': {
        post: post(
          'lookUpCard',
          'Look up the first digits of a card',
          'CardLookupRequest',
          { 200: 'CardLookup' },
          [intentParameter],
          [],
        ),
      },
      '/intents/{id}/card-references': {
        post: post(
          'createCardReference',
          'Hand a card in and get what stands for it, once',
          'CardReferenceRequest',
          { 201: 'CardReference' },
          [intentParameter],
          ['intent_final', 'method_not_available'],
        ),
      },
      '/intents/{id}/saved-cards/{card}/remove': {
        post: post(
          'removeSavedCard',
          'Remove a saved card',
          null,
          { 200: 'Intent' },
          [intentParameter, savedCardParameter],
          ['saved_card_not_found', 'attempt_in_progress', 'intent_final'],
        ),
      },
      '/intents/{id}/saved-cards/{card}/restore': {
        post: post(
          'restoreSavedCard',
          'Take the removal of a saved card back',
          null,
          { 200: 'Intent' },
          [intentParameter, savedCardParameter],
          ['saved_card_not_found', 'attempt_in_progress', 'intent_final'],
        ),
      },
      '/intents/{id}/events': {
        get: {
          operationId: 'followIntent',
          summary: 'Follow an intent',
          description:
            '`text/event-stream`: `event: intent`, `id: <version>`, `data: <Intent>`; first the newest one, then every change; a comment every 15 s; closed after a final status.',
          parameters: [
            intentParameter,
            {
              name: 'Last-Event-ID',
              in: 'header',
              required: false,
              schema: { type: 'string' },
              description: 'The newest version the client has.',
            },
          ],
          responses: {
            ...answers({}),
            200: {
              description: 'A stream of intents.',
              content: { 'text/event-stream': { schema: { type: 'string' } } },
            },
          },
        },
      },
    },
    components: {
      securitySchemes: {
        clientSecret: {
          type: 'http',
          scheme: 'bearer',
          description: 'Made per intent, opens that intent alone. Never in a URL, never logged.',
        },
      },
      schemas: {
        Intent: schemaOf(Intent),
        AttemptRequest: schemaOf(AttemptRequest),
        ActionAnswer: schemaOf(ActionAnswer),
        CardLookupRequest: schemaOf(CardLookupRequest),
        CardLookup: schemaOf(CardLookup),
        CardReferenceRequest: schemaOf(CardReferenceRequest),
        CardReference: schemaOf(CardReference),
        Problem: schemaOf(Problem),
      },
    },
  };
}

function post(
  operationId: string,
  summary: string,
  body: string | null,
  success: Record<number, string>,
  parameters: Json[],
  codes: ProblemCode[],
): Json {
  const writes: ProblemCode[] = [
    'idempotency_key_missing',
    'idempotency_mismatch',
    'idempotency_in_progress',
    'validation_failed',
    'body_too_large',
    ...codes,
  ];
  return {
    operationId,
    summary,
    parameters: [...parameters, keyParameter],
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: reference(body) } } } }),
    responses: answers(success, writes),
  };
}

const everywhere: ProblemCode[] = [
  'secret_invalid',
  'intent_not_found',
  'rate_limited',
  'internal',
  'provider_unavailable',
];

/** The answers of a call: what it gives, and its problems by HTTP status, each with the codes it may carry. */
function answers(success: Record<number, string>, codes: ProblemCode[] = []): Json {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of [...everywhere, ...codes])
    byStatus.set(problems[code], [...(byStatus.get(problems[code]) ?? []), code]);
  return Object.fromEntries([
    ...Object.entries(success).map(([status, name]) => [
      status,
      { description: `${name}.`, content: { 'application/json': { schema: reference(name) } } },
    ]),
    ...[...byStatus].map(([status, listed]) => [
      status,
      {
        description: listed.map((code) => `\`${code}\``).join(', '),
        content: { 'application/problem+json': { schema: reference('Problem') } },
      },
    ]),
  ]) as Json;
}

function reference(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

function schemaOf(schema: z.ZodMiniType): Json {
  const { $schema: _, ...rest } = toJSONSchema(schema, { io: 'input' }) as Json;
  return rest;
}
