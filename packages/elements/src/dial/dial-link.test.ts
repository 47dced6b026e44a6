import { render } from 'lit';
import { beforeEach, expect, it } from 'vitest';
import { withDialCode } from './dial-link.js';

let place: HTMLElement;

beforeEach(() => {
  place = document.createElement('p');
});

const dialOf = (code: string) => {
  render(withDialCode('Dial {dial_code} now.', code), place);
  return place.firstElementChild as HTMLElement;
};

it('is dialled when it is pressed, with all of its signs', () => {
  const link = dialOf('*144*82#');
  expect(link.getAttribute('href')).toBe('tel:*144*82%23');
  expect(place).toHaveTextContent('Dial *144*82# now.');
});

it('is read from left to right', () => {
  expect(dialOf('#150#').dir).toBe('ltr');
});

it.each(['javascript:alert(1)', '*144*{amount}#', '*144;ext=1#', ''])(
  'that no phone can dial is no link: %s',
  (code) => {
    expect(dialOf(code).localName).toBe('bdi');
    expect(place.querySelector('a')).toBeNull();
  },
);
