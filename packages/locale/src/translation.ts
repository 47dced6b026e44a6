type StemOf<Key> = Key extends `${infer Stem}.other` ? Stem : never;
/** Every category but `other`, which each plural text has in each language. */
type Category = Exclude<Intl.LDMLPluralRule, 'other'>;

/** Texts of a catalogue that change with a number: see `formatPlural`. */
export type PluralKeyOf<English> = StemOf<keyof English>;
export type MessageKeyOf<English> = Exclude<keyof English, `${PluralKeyOf<English>}.${Category}`>;

/** A catalogue in one language. Keys come from the English one; which plural categories there are is up to the language. */
export type Translation<English> = Readonly<
  Record<MessageKeyOf<English>, string> & Partial<Record<`${PluralKeyOf<English>}.${Category}`, string>>
>;
