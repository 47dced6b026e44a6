import * as z from 'zod/mini';
import { openEnum } from './open-enum.js';
import { DateTime } from './date-time.js';

const Params = z.record(z.string(), z.string());

/** The 3-D Secure "method": the issuer's server looks at the browser in a hidden frame. EMV 3DS 2.2, 5.8.1. */
export const ThreeDSMethodAction = z.object({
  type: z.literal('three_ds_method'),
  url: z.string(),
  /** Posted as given. */
  params: Params,
  server_trans_id: z.string(),
  /** How long to wait for its page. A time-out is no failure: the payment goes on. */
  timeout_ms: z.int(),
  /** The origin of the page that reports the end of it, and what stands in that report; see the challenge's. */
  notification_origin: z.string(),
  nonce: z.string(),
  bridge_url: z.optional(z.string()),
});

/** The issuer asks the customer something in a frame. Its message is a hint: the result is read from the backend. */
export const ThreeDSChallengeAction = z.object({
  type: z.literal('three_ds_challenge'),
  url: z.string(),
  /** `creq`, or `PaReq`/`MD`/`TermUrl`, or whatever the acquirer names: posted as given. */
  params: Params,
  /** EMV 3DS challenge window: 01 250×400, 02 390×400, 03 500×600, 04 600×400, 05 full. CSS pixels. */
  window_size: z.optional(openEnum(['01', '02', '03', '04', '05'])),
  /** The origin of the page that reports the end of the challenge. */
  notification_origin: z.string(),
  /** Stands in the report of this very challenge; a report without it is ignored. */
  nonce: z.string(),
  expires_at: z.optional(DateTime),
  /**
   * A page of the backend, at `notification_origin`, that holds the issuer's frame under a policy of its own: for a page
   * whose `frame-src` cannot name every issuer. Told `{ type: 'florin:bridge', nonce, url, params, title }` by the page around it.
   */
  bridge_url: z.optional(z.string()),
});

export const OtpAction = z.object({
  type: z.literal('otp'),
  length: z.optional(z.int()),
  alphabet: z.optional(openEnum(['numeric', 'alphanumeric'])),
  channel: z.optional(openEnum(['sms', 'email', 'app', 'call', 'ussd'])),
  /** Masked: enough to recognise, not enough to call. */
  sent_to: z.optional(z.string()),
  resend_at: z.optional(DateTime),
  expires_at: z.optional(DateTime),
  attempts_left: z.optional(z.int()),
  /** USSD code that the customer dials to get a code. */
  dial_code: z.optional(z.string()),
});

export const RedirectAction = z.object({
  type: z.literal('redirect'),
  url: z.string(),
  method: z.optional(openEnum(['GET', 'POST'])),
  params: z.optional(Params),
  presentation: z.optional(openEnum(['page', 'popup'])),
});

export const IframeAction = z.object({
  type: z.literal('iframe'),
  url: z.string(),
  /** CSS pixels. */
  height: z.optional(z.int()),
  origin: z.string(),
});

export const QrAction = z.object({
  type: z.literal('qr'),
  content: z.optional(z.string()),
  image_url: z.optional(z.string()),
  expires_at: z.optional(DateTime),
  app_url: z.optional(z.string()),
  copy_code: z.optional(z.string()),
});

export const ApprovalAction = z.object({
  type: z.literal('approval'),
  app_name: z.optional(z.string()),
  /** USSD code that the customer dials to approve. */
  dial_code: z.optional(z.string()),
  /** From when on `resend` may be called; absent: nothing can be sent again. */
  resend_at: z.optional(DateTime),
  expires_at: z.optional(DateTime),
});

export const InstructionsAction = z.object({
  type: z.literal('instructions'),
  lines: z.array(z.object({ label: z.string(), value: z.string(), copyable: z.optional(z.boolean()) })),
  expires_at: z.optional(DateTime),
  document_url: z.optional(z.string()),
});

export const SdkAction = z.object({
  type: z.literal('sdk'),
  name: z.string(),
  params: z.record(z.string(), z.unknown()),
});

const known = [
  ThreeDSMethodAction,
  ThreeDSChallengeAction,
  OtpAction,
  RedirectAction,
  IframeAction,
  QrAction,
  ApprovalAction,
  InstructionsAction,
  SdkAction,
] as const;

export const nextActionTypes = [
  'three_ds_method',
  'three_ds_challenge',
  'otp',
  'redirect',
  'iframe',
  'qr',
  'approval',
  'instructions',
  'sdk',
] as const;

/** An action this version does not know: a waiting screen is shown and watching goes on. */
export const UnlistedAction = z.looseObject({
  type: z.string().check(z.refine((type) => !(nextActionTypes as readonly string[]).includes(type), { abort: true })),
});

export const KnownAction = z.discriminatedUnion('type', known);
export type KnownAction = z.infer<typeof KnownAction>;
export type NextActionType = KnownAction['type'];
export type ActionOf<Type extends NextActionType> = Extract<KnownAction, { type: Type }>;

/** What the customer has to do before the payment can go on. */
export const NextAction = z.union([KnownAction, UnlistedAction]);
export type NextAction = z.infer<typeof NextAction>;

export function isAction<Type extends NextActionType>(
  action: NextAction | null | undefined,
  type: Type,
): action is ActionOf<Type> {
  return action?.type === type;
}

export const ThreeDSMethodAnswer = z.object({ three_ds_method: z.enum(['Y', 'N', 'U']) });
export const ThreeDSChallengeAnswer = z.object({ three_ds_challenge: z.enum(['done', 'abandoned', 'timeout']) });
export const OtpAnswer = z.object({
  otp: z.string().check(z.minLength(1), z.maxLength(32), z.regex(/^[\p{L}\p{N}]+$/u)),
});
export const SdkAnswer = z.object({ data: z.record(z.string(), z.unknown()) });

/** What the page answers to a next action: the body of `confirm`. */
export const ActionAnswer = z.union([ThreeDSMethodAnswer, ThreeDSChallengeAnswer, OtpAnswer, SdkAnswer]);
export type ActionAnswer = z.infer<typeof ActionAnswer>;
