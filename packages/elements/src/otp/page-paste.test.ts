import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { focused, inside, settled } from '../checkout/place.fixture.js';
import { asked, paste } from './otp.fixture.js';

const the = asked();

/** Something of the shop's, beside the view. */
function beside<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: object = {},
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  document.body.append(element);
  return element;
}

async function copy(text: string): Promise<void> {
  const note = beside('input', { value: text });
  note.select();
  await userEvent.copy();
  note.remove();
}

describe('a code from a real clipboard', () => {
  it.each(['123456', 'Your code: 123-456', '١٢٣ ٤٥٦'])('confirms by itself in the field: %s', async (text) => {
    await the.ask({ length: 6 });
    await copy(text);
    the.input.focus();
    await userEvent.paste();
    expect(the.answers).toEqual([{ otp: '123456' }]);
  });

  it('takes the place of what was typed', async () => {
    await the.ask({ length: 6 });
    await copy('123456');
    await the.type('98');
    await userEvent.paste();
    expect(the.answers).toEqual([{ otp: '123456' }]);
  });

  it('goes to the caret where the length is not known', async () => {
    await the.ask();
    await copy('34-');
    await the.type('1256{ArrowLeft}{ArrowLeft}');
    await userEvent.paste();
    expect([the.input.value, the.input.selectionStart, the.answers]).toEqual(['123456', 4, []]);
  });

  it('is found while nothing has the focus, and while a button of the view has it', async () => {
    await the.ask({ length: 6 });
    await copy('123456');
    (document.activeElement as HTMLElement | null)?.blur();
    await userEvent.paste();
    await the.comesBack({ length: 6 });
    await copy('654321');
    the.button('Cancel').focus();
    await userEvent.paste();
    expect(the.answers).toEqual([{ otp: '123456' }, { otp: '654321' }]);
  });
});

it('a part of a code, or one of unknown length, is filled in and waits', async () => {
  await the.ask();
  expect(paste(document.body, '12 34')).toBe(true);
  expect([the.input.value, the.answers]).toEqual(['1234', []]);
  expect(focused()).toBe(the.input);
});

describe('what is somebody else’s stays theirs', () => {
  it.each([
    ['a field', () => beside('input')],
    ['a text', () => beside('textarea')],
    ['what can be edited', () => beside('div', { contentEditable: 'true' })],
    ['inside of it', () => beside('div', { contentEditable: 'true' }).appendChild(document.createElement('b'))],
    ['an element that keeps its inside to itself', () => beside('x-coupon' as 'div')],
  ])('%s', async (_, make) => {
    await the.ask({ length: 6 });
    expect(paste(make(), '123456')).toBe(false);
    expect([the.input.value, the.answers]).toEqual(['', []]);
  });

  it('what the page has taken', async () => {
    await the.ask({ length: 6 });
    const own = beside('div');
    own.addEventListener('paste', (event) => event.preventDefault());
    paste(own, '123456');
    expect(the.answers).toEqual([]);
  });

  it('what is no code', async () => {
    await the.ask({ length: 6 });
    for (const text of ['', 'Hello', '1234567', '123456 or 654321']) expect(paste(document.body, text)).toBe(false);
    expect(the.answers).toEqual([]);
  });
});

it('is not taken while a code is checked, nor once the view is gone', async () => {
  await the.ask({ length: 6 });
  await the.goBusy();
  expect(paste(inside(the.otp).getByRole('heading'), '123456')).toBe(false);
  the.otp.busy = false;
  await settled(the.otp);
  the.otp.remove();
  expect(paste(document.body, '123456')).toBe(false);
  expect(the.answers).toEqual([]);
});
