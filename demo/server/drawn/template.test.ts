import { expect, it } from 'vitest';
import { filled, tag, translated } from './template.js';

const page =
  '<html lang="en"><form><!-- kept --></form><h1 id="title" data-text="buy">x</h1><p id="gone" hidden>y</p><!-- drawn: status -->';

it('says the words of a language, in its direction', () => {
  const arabic = translated(page, 'ar', new URLSearchParams());
  expect(arabic).toContain('<html lang="ar" dir="rtl">');
  expect(arabic).toMatch(/<h1 [^>]*>[\u0600-\u06ff ]+<\/h1>/);
});

it.each(['"><script>alert(1)</script>', '$`', '$&', '$$5', '<!-- drawn: status -->', "' onclick='x"])(
  'what stands in the address stays what it is: %s',
  (value) => {
    const drawn = translated(page, 'fr', new URLSearchParams({ id: value, lang: 'en' }));
    const kept = /<input type="hidden" name="id" value="([^"]*)">/.exec(drawn)?.[1] ?? '';
    expect(kept.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))).toBe(value);
    expect(drawn).not.toContain('<script>');
    expect(drawn.match(/<form>/g)).toHaveLength(1);
    expect(drawn).not.toContain('name="lang"');
  },
);

it('fills in texts, elements and links, and shows what is there', () => {
  const view = { texts: { title: '<b>$& 5 > 4</b>' }, shown: { gone: true, title: true } };
  const drawn = filled(page, view, { status: '<florin-x $1></florin-x>' });
  expect(drawn).toContain('>&#60;b&#62;$&#38; 5 &#62; 4&#60;/b&#62;</h1>');
  expect(drawn).toContain('<p id="gone">y</p><florin-x $1></florin-x>');
});

it('writes a tag; what is not there is left out', () => {
  expect(tag('florin-x', { a: 0, b: undefined, c: null, d: '"&<' })).toBe(
    '<florin-x a="0" d="&#34;&#38;&#60;"></florin-x>',
  );
});
