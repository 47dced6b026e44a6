/** What the shop sells. Prices live here and nowhere else: a browser says what it wants, never what it costs. */
const products = new Map([
  ['lune', { name: 'Lune, a table lamp', price: 4999 }],
  // What the three shops under /shops sell.
  ['account', { name: 'Business account, one year', price: 4999 }],
  ['train', { name: 'Wooden train, three wagons', price: 4999 }],
  ['scarf', { name: 'Silk scarf, ivory', price: 4999 }],
]);

export const glazes = ['sand', 'moss', 'ink'];
export const CURRENCY = { currency: 'EUR', exponent: 2 };
export const MAX_QUANTITY = 3;

export function findProduct(id: unknown) {
  return typeof id === 'string' ? products.get(id) : undefined;
}
