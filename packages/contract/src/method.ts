import * as z from 'zod/mini';
import { openEnum } from './open-enum.js';

const Need = openEnum(['required', 'optional', 'hidden']);

/** A card form. `brands` empty or absent: every brand is taken. */
export const CardOption = z.object({
  type: z.literal('card'),
  label: z.optional(z.string()),
  brands: z.optional(z.array(z.string())),
  /** The customer may choose between the brands of a co-badged card (Regulation (EU) 2015/751, article 8). */
  brand_choice: z.optional(z.boolean()),
  fields: z.optional(z.object({ holder: z.optional(Need) })),
  /** The provider's test mode: past and far expiry dates are taken, because its triggers use them. */
  test_mode: z.optional(z.boolean()),
});
export type CardOption = z.infer<typeof CardOption>;

export const QrOption = z.object({
  type: z.literal('qr'),
  label: z.optional(z.string()),
  code: z.optional(z.string()),
});
export type QrOption = z.infer<typeof QrOption>;

const known = z.discriminatedUnion('type', [CardOption, QrOption]);

/** A way to pay that this version cannot draw. It is left out of the list, and said so in the console once. */
const UnlistedOption = z.looseObject({
  type: z.string().check(z.refine((type) => type !== 'card' && type !== 'qr', { abort: true })),
  label: z.optional(z.string()),
});

/** One way to pay that the merchant offers for this intent. */
export const MethodOption = z.union([known, UnlistedOption]);
export type MethodOption = z.infer<typeof MethodOption>;

const digits = (min: number, max: number) => z.string().check(z.regex(new RegExp(`^\\d{${min},${max}}$`)));

/** Card details on their way to the merchant's backend. Never kept, never logged, never in an error. */
export const CardInput = z.object({
  type: z.literal('card'),
  number: digits(12, 19),
  exp_month: z.int().check(z.gte(1), z.lte(12)),
  /** Four digits. */
  exp_year: z.int().check(z.gte(2000), z.lte(2199)),
  cvc: z.optional(digits(3, 4)),
  holder: z.optional(z.string().check(z.minLength(1), z.maxLength(255))),
  /** The brand the customer chose on a co-badged card. */
  brand: z.optional(z.string().check(z.maxLength(40))),
});
export type CardInput = z.infer<typeof CardInput>;

export const QrInput = z.object({ type: z.literal('qr'), code: z.optional(z.string().check(z.maxLength(80))) });
export type QrInput = z.infer<typeof QrInput>;

/** What the customer chose to pay with: `method` in the body of an attempt. */
export const MethodInput = z.discriminatedUnion('type', [CardInput, QrInput]);
export type MethodInput = z.infer<typeof MethodInput>;
