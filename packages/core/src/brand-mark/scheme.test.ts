import { expect, it } from 'vitest';
import { brandsOf } from '../card/index.js';
import { names } from '../card/brand.fixture.js';
import { brandName, schemeOf } from './index.js';

it('each scheme that a number can tell is known by its id and by its name', () => {
  const found = brandsOf('').map(({ id, name }) => [schemeOf(id), schemeOf(name)]);
  expect(found).toEqual(brandsOf('').map(({ id }) => [id, id]));
});

it('each scheme with a name of its own is known by its id and by its name', () => {
  const unknown = ['some_new-scheme', 'constructor', ''];
  const ids = names.map(([id]) => id).filter((id) => !unknown.includes(id));
  expect(ids.map((id) => schemeOf(id))).toEqual(ids);
  expect(ids.map((id) => schemeOf(brandName(id)))).toEqual(ids);
});

it.each(['VISA', ' visa ', 'American Express', 'american-express', 'Cartes bancaires'])('%j is a scheme', (word) => {
  expect(schemeOf(word)).toBeTruthy();
});

it.each(['Alma', 'MTN MoMo', '', 'constructor', 'Visa Checkout', 'فيزا'])('%j is none', (word) => {
  expect(schemeOf(word)).toBe(undefined);
});
