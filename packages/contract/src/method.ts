import * as z from 'zod/mini';
import { Address } from './address.js';
import { FinancingPlan } from './financing.js';
import { openEnum } from './open-enum.js';

/** Whether something is asked for. An unlisted word means `required`. */
export const Need = openEnum(['required', 'optional', 'hidden']);
export type Need = z.infer<typeof Need>;

/** A card form. `brands` empty or absent: every brand is taken. */
export const CardOption = z.object({
  type: z.literal('card'),
  label: z.optional(z.string()),
  brands: z.optional(z.array(z.string())),
  /** The customer may choose between the brands of a co-badged card (Regulation (EU) 2015/751, article 8). */
  brand_choice: z.optional(z.boolean()),
  /** The first of these that a co-badged card has is chosen beforehand; absent: none is. The customer may choose another. */
  preferred_brands: z.optional(z.array(z.string())),
  /** What is asked for beside the card. The name is optional and the rest hidden unless it is said. */
  fields: z.optional(
    z.object({
      holder: z.optional(Need),
      /** EMV 3-D Secure wants an e-mail address or a phone number where the law lets them be asked for. */
      email: z.optional(Need),
      phone: z.optional(Need),
      billing: z.optional(Need),
    }),
  ),
  /** ISO 3166-1 alpha-2. The countries that a billing address may be in; absent: all. */
  billing_countries: z.optional(z.array(z.string())),
  /** The customer is asked whether the card may be kept for the next time. Never agreed to beforehand. */
  save: z.optional(z.boolean()),
  /** The provider's test mode: past and far expiry dates are taken, because its triggers use them. */
  test_mode: z.optional(z.boolean()),
});
export type CardOption = z.infer<typeof CardOption>;

/** ISO 3166-1 alpha-2. */
const Country = z.string().check(z.regex(/^[A-Z]{2}$/));

/** What every way to pay that is no card may say of itself. */
const listed = {
  /** Words for the customer: the bank's, the wallet's, the operator's name. */
  label: z.optional(z.string()),
  /** The provider's own name of the method. */
  code: z.optional(z.string()),
  icon_url: z.optional(z.string()),
  /** Where it is to be had, likeliest first; absent: everywhere. */
  countries: z.optional(z.array(Country)),
};

/** What is asked for before the customer goes on to a page, an app or a scanner. Hidden unless it is said. */
const asked = { fields: z.optional(z.object({ phone: z.optional(Need) })) };

/** A code that is scanned with a bank's or a wallet's app. */
export const QrOption = z.object({ type: z.literal('qr'), ...listed, ...asked });
export type QrOption = z.infer<typeof QrOption>;

/** A bank's or a wallet's own page. */
export const RedirectOption = z.object({
  type: z.literal('redirect'),
  ...listed,
  ...asked,
  /** A window has to be opened in the press of the button itself, before anybody knows where it leads. */
  presentation: z.optional(openEnum(['page', 'popup'])),
});
export type RedirectOption = z.infer<typeof RedirectOption>;

/** A question in an app of the bank's or the wallet's. */
export const ApprovalOption = z.object({ type: z.literal('approval'), ...listed, ...asked });
export type ApprovalOption = z.infer<typeof ApprovalOption>;

/** A bank transfer, a voucher, cash at a counter: what to pay, where, with which reference. */
export const InstructionsOption = z.object({ type: z.literal('instructions'), ...listed, ...asked });
export type InstructionsOption = z.infer<typeof InstructionsOption>;

/** Money that is kept at a mobile network operator. Its number is a phone number. */
export const MobileMoneyOption = z.object({
  type: z.literal('mobile_money'),
  ...listed,
  /** In the order to be shown in. An operator is offered in its own country alone. */
  operators: z
    .array(z.object({ id: z.string(), label: z.string(), country: Country, icon_url: z.optional(z.string()) }))
    .check(z.minLength(1)),
});
export type MobileMoneyOption = z.infer<typeof MobileMoneyOption>;

/** A card that the customer has agreed to have kept. */
export const SavedCard = z.object({
  id: z.string(),
  /** As in a card option's `brands`. */
  brand: z.string(),
  last4: z.string().check(z.regex(/^\d{4}$/)),
  exp_month: z.int(),
  /** Four digits. */
  exp_year: z.int(),
  /** Whether the security code is asked for; required unless it is said. */
  cvc: z.optional(Need),
  /** Chosen beforehand. */
  is_default: z.optional(z.boolean()),
});
export type SavedCard = z.infer<typeof SavedCard>;

/** The customer's saved cards. An expired one is shown as such and cannot be paid with. */
export const SavedCardOption = z.object({
  type: z.literal('saved_card'),
  label: z.optional(z.string()),
  cards: z.array(SavedCard),
  /** The customer may remove them here. */
  removable: z.optional(z.boolean()),
  /** As a card option's. */
  test_mode: z.optional(z.boolean()),
});
export type SavedCardOption = z.infer<typeof SavedCardOption>;

/** Payment in parts that somebody finances: a plan is chosen, then a card is typed in the same form. */
export const InstallmentsOption = z.object({
  type: z.literal('installments'),
  /** Words for the customer, such as the financing company's name. */
  label: z.optional(z.string()),
  /** The provider's own name of the method, such as `almacb4x`. */
  code: z.optional(z.string()),
  plans: z.array(FinancingPlan).check(z.minLength(1)),
  /** As a card option's. */
  brands: CardOption.shape.brands,
  brand_choice: CardOption.shape.brand_choice,
  preferred_brands: CardOption.shape.preferred_brands,
  fields: CardOption.shape.fields,
  billing_countries: CardOption.shape.billing_countries,
  test_mode: CardOption.shape.test_mode,
});
export type InstallmentsOption = z.infer<typeof InstallmentsOption>;

const known = z.discriminatedUnion('type', [
  CardOption,
  SavedCardOption,
  InstallmentsOption,
  QrOption,
  RedirectOption,
  ApprovalOption,
  InstructionsOption,
  MobileMoneyOption,
]);
const knownTypes: readonly string[] = [
  'card',
  'saved_card',
  'installments',
  'qr',
  'redirect',
  'approval',
  'instructions',
  'mobile_money',
];

/** A way to pay that this version cannot draw. It is left out of the list, and said so in the console once. */
const UnlistedOption = z.looseObject({
  type: z.string().check(z.refine((type) => !knownTypes.includes(type), { abort: true })),
  label: z.optional(z.string()),
});

/** One way to pay that the merchant offers for this intent. */
export const MethodOption = z.union([known, UnlistedOption]);
export type MethodOption = z.infer<typeof MethodOption>;

const digits = (min: number, max: number) => z.string().check(z.regex(new RegExp(`^\\d{${min},${max}}$`)));

/** E.164: `+33612345678`. */
const phone = z.string().check(z.regex(/^\+[1-9]\d{4,14}$/));
const code = z.optional(z.string().check(z.maxLength(80)));

/** Card details on their way to the merchant's backend. Never kept, never logged, never in an error. */
const cardInput = z.object({
  type: z.literal('card'),
  number: digits(12, 19),
  /** With `exp_year`. Absent only where a card lookup said that the card needs no date. */
  exp_month: z.optional(z.int().check(z.gte(1), z.lte(12))),
  /** Four digits. */
  exp_year: z.optional(z.int().check(z.gte(2000), z.lte(2199))),
  cvc: z.optional(digits(3, 4)),
  holder: z.optional(z.string().check(z.minLength(1), z.maxLength(255))),
  /** The brand the customer chose on a co-badged card. */
  brand: z.optional(z.string().check(z.maxLength(40))),
  /** Of the counts that the card lookup offered. */
  installments: z.optional(z.int().check(z.gte(2), z.lte(60))),
  /** What all of them were shown to cost, in minor units. A backend that would charge something else refuses. */
  installments_total: z.optional(z.int().check(z.positive())),
  billing: z.optional(Address),
  email: z.optional(z.string().check(z.regex(/^[^@\s]+@[^@\s]+$/), z.maxLength(254))),
  phone: z.optional(phone),
  /** The customer has agreed to have the card kept for the next time. */
  save: z.optional(z.boolean()),
});
export const CardInput = cardInput.check(
  // Half a date is a mistake, whatever the card needs.
  z.refine(({ exp_month, exp_year }) => (exp_month === undefined) === (exp_year === undefined), { path: ['exp_year'] }),
);
export type CardInput = z.infer<typeof CardInput>;

/** One of the customer's saved cards. The code is asked for anew each time: it may not be kept. */
export const SavedCardInput = z.object({
  type: z.literal('saved_card'),
  card: z.string().check(z.maxLength(80)),
  cvc: z.optional(digits(3, 4)),
});
export type SavedCardInput = z.infer<typeof SavedCardInput>;

/** A card that was handed in before (`POST /intents/{id}/card-references`). The reference is good once. */
export const CardReferenceInput = z.object({
  type: z.literal('card_reference'),
  reference: z.string().check(z.minLength(1), z.maxLength(80)),
});
export type CardReferenceInput = z.infer<typeof CardReferenceInput>;

/** `code` as the option's, where it has one; `country` where the customer chose one; `phone` where it was asked for. */
const chosen = { code, country: z.optional(Country), phone: z.optional(phone) };

export const QrInput = z.object({ type: z.literal('qr'), ...chosen });
export type QrInput = z.infer<typeof QrInput>;
export const RedirectInput = z.object({ type: z.literal('redirect'), ...chosen });
export type RedirectInput = z.infer<typeof RedirectInput>;
export const ApprovalInput = z.object({ type: z.literal('approval'), ...chosen });
export type ApprovalInput = z.infer<typeof ApprovalInput>;
export const InstructionsInput = z.object({ type: z.literal('instructions'), ...chosen });
export type InstructionsInput = z.infer<typeof InstructionsInput>;

export const MobileMoneyInput = z.object({
  type: z.literal('mobile_money'),
  code,
  /** Id of one of the option's operators. */
  operator: z.string().check(z.minLength(1), z.maxLength(80)),
  phone,
});
export type MobileMoneyInput = z.infer<typeof MobileMoneyInput>;

/** A plan of an installments option, and the card that its payments are taken from. */
export const InstallmentsInput = z.object({
  type: z.literal('installments'),
  /** As the option's, where it has one. */
  code,
  /** Id of the plan. */
  plan: z.string().check(z.minLength(1), z.maxLength(80)),
  /** What its payments were shown to add up to, in minor units. A backend that would charge something else refuses. */
  total: z.int().check(z.positive()),
  card: CardInput,
});
export type InstallmentsInput = z.infer<typeof InstallmentsInput>;

/** What the customer chose to pay with: `method` in the body of an attempt. */
export const MethodInput = z.discriminatedUnion('type', [
  CardInput,
  SavedCardInput,
  CardReferenceInput,
  InstallmentsInput,
  QrInput,
  RedirectInput,
  ApprovalInput,
  InstructionsInput,
  MobileMoneyInput,
]);
export type MethodInput = z.infer<typeof MethodInput>;
