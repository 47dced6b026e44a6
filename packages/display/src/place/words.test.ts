import { loadDisplayMessages } from '@florin/locale/display';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { languageOf, takeWords, type Worded } from './words.js';

vi.mock(import('@florin/locale/display'), { spy: true });
// What Stencil fills in when it builds.
vi.mock('@stencil/core', () => ({ Build: { isBrowser: true, isServer: false } }));

const host = { closest: () => null } as unknown as HTMLElement;
const files = vi.mocked(loadDisplayMessages);
const words = (text: string) => ({ 'accepted.title': text });

interface Settled<Value> {
  promise: Promise<Value>;
  resolve(value: Value): void;
  reject(error: unknown): void;
}

/** Files that come when the test says so, in the order in which they were asked for. */
function slowFiles() {
  const open: Settled<never>[] = [];
  files.mockImplementation(() => {
    const file = withResolvers<never>();
    open.push(file);
    return file.promise;
  });
  return open;
}

function withResolvers<Value>(): Settled<Value> {
  let settle: Omit<Settled<Value>, 'promise'> | undefined;
  const promise = new Promise<Value>((resolve, reject) => (settle = { resolve, reject }));
  return { promise, resolve: (value) => settle?.resolve(value), reject: (error) => settle?.reject(error) };
}

const warn = vi.fn<(message: string) => void>();
beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(warn.mockReset()));
afterEach(() => void vi.restoreAllMocks());

it('of two languages asked for one after the other the last one counts, whichever file comes first', async () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ]) {
    const open = slowFiles();
    const element: Worded<'accepted-methods'> = { locale: 'fr' };
    const first = takeWords('accepted-methods', element, host);
    element.locale = 'ar';
    const second = takeWords('accepted-methods', element, host);
    for (const place of order) open[place]?.resolve(words(['fr', 'ar'][place] ?? '') as never);
    await Promise.all([first, second]);
    expect(element.words).toEqual({ messages: words('ar'), locale: 'ar' });
  }
});

it('until the words are there everything is in the language of before', async () => {
  const open = slowFiles();
  const element: Worded<'accepted-methods'> = {
    locale: 'fr',
    words: { messages: words('en') as never, locale: 'en' },
  };
  const loading = takeWords('accepted-methods', element, host);
  expect(languageOf(element, host)).toMatchObject({ locale: 'en', messages: words('en') });
  open[0]?.resolve(words('fr') as never);
  await loading;
  expect(languageOf(element, host)).toMatchObject({ locale: 'fr', messages: words('fr') });
});

it('a file that cannot be fetched changes nothing, and the console says so', async () => {
  const open = slowFiles();
  const before = { messages: words('en') as never, locale: 'en' };
  const element: Worded<'accepted-methods'> = { locale: 'fr', words: before };
  const loading = takeWords('accepted-methods', element, host);
  open[0]?.reject(new TypeError('offline'));
  await loading;
  expect(element.words).toBe(before);
  expect(warn.mock.calls.flat()).toEqual([
    '<florin-accepted-methods> keeps its language: the words of "fr" could not be fetched.',
  ]);
});

it('without any words there is nothing to show, and that is no secret', async () => {
  const open = slowFiles();
  const element: Worded<'accepted-methods'> = { locale: 'fr' };
  const loading = takeWords('accepted-methods', element, host);
  open[0]?.reject(new TypeError('offline'));
  await expect(loading).rejects.toThrow('offline');
  expect(languageOf(element, host)).toBe(null);
});
