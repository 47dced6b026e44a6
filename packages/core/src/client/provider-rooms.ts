import type { Provider } from '@florin/providers';

/** Providers' ids, and what loads the room of each. */
export type ProviderRooms = Readonly<Record<string, () => Promise<Provider>>>;

/** The rooms that come with Florin. A bundler makes a file of each: only the one that is asked for is loaded. */
export const providerRooms: ProviderRooms = {
  'milky-pay': () => import('@florin/providers/milky-pay').then(({ provider }) => provider),
  'payment-intents': () => import('@florin/providers/payment-intents').then(({ provider }) => provider),
  'payments-trust': () => import('@florin/providers/payments-trust').then(({ provider }) => provider),
  purse: () => import('@florin/providers/purse').then(({ provider }) => provider),
};
