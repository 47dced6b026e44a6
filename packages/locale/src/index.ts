export { formatDate, isTimeZone } from './dates.js';
export type { DateOptions } from './dates.js';
export { format, formatPlural, loadMessages } from './messages.js';
export type { MessageKey, Messages, PluralKey, Values } from './messages.js';
export { formatMoney, toDecimal } from './money.js';
export { directionOf, locales, negotiateLocale } from './negotiate.js';
export type { Locale } from './negotiate.js';
