import { directionOf, loadMessages, locales } from '@florin/locale';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { focused, heard, inside, place, settled } from '../checkout/place.fixture.js';
import { button, dialog, frame, interceptPosts, open, run, startAnew } from './challenge.fixture.js';

startAnew();

beforeEach(interceptPosts);

it.each(locales)('keeps the button that stops in one line at 320 pixels: %s', async (locale) => {
  await page.viewport(320, 640);
  await open({}, { messages: await loadMessages(locale), dir: directionOf(locale) });
  // As a page may want it for its own words.
  run.challenge.style.overflowWrap = 'anywhere';
  const cancel = run.challenge.shadowRoot?.querySelector('[part~=cancel]') as HTMLElement;
  const words = document.createRange();
  words.selectNodeContents(cancel);
  expect(new Set([...words.getClientRects()].map(({ top }) => top)).size).toBe(1);
  expect(cancel.getBoundingClientRect().right).toBeLessThanOrEqual(320);
  expect(cancel.getBoundingClientRect().left).toBeGreaterThanOrEqual(0);
});

it.each([
  ['01', 250, 400],
  ['02', 390, 400],
  ['03', 500, 600],
  ['04', 600, 400],
] as const)('is as large as asked: %s', async (window_size, width, height) => {
  await open({ window_size });
  expect([frame().offsetWidth, frame().offsetHeight]).toEqual([width, height]);
});

it('is as wide as its place and most of the screen high when all of it is asked', async () => {
  await open({ window_size: '05' });
  expect(frame().offsetWidth).toBeGreaterThan(1000);
  expect(frame().offsetHeight).toBeGreaterThan(500);
});

it('covers a small screen, and nothing else can be reached', async () => {
  await page.viewport(390, 700);
  await open({ window_size: '01' });
  const window = inside(run.challenge).getByRole('dialog', { name: 'Confirm with your bank' });
  expect(window.matches(':modal')).toBe(true);
  const { width, height } = window.getBoundingClientRect();
  expect([width, height]).toEqual([390, 700]);
  expect(run.challenge.shadowRoot?.contains(focused())).toBe(true);
});

it('beside the page takes no focus by itself', async () => {
  const search = await place('input');
  search.focus();
  await open({ window_size: '03' });
  expect(document.activeElement).toBe(search);
});

it('is as wide as its place, not as the screen, and follows it', async () => {
  const column = await place('div');
  column.style.width = '402px';
  await open({ window_size: '04' }, {}, column);
  expect([frame().offsetWidth, frame().offsetHeight]).toEqual([400, 400]);
  column.style.width = '252px';
  expect(frame().offsetWidth).toBe(250);
  column.style.width = '900px';
  expect(frame().offsetWidth).toBe(600);
});

it('can be reached whole at 400 %, with the question too', async () => {
  await page.viewport(320, 256);
  await open();
  button('Cancel').click();
  await settled(run.challenge);
  expect(dialog().scrollWidth).toBeLessThanOrEqual(320);
  expect(getComputedStyle(dialog()).overflowY).toBe('auto');
  dialog().scrollTop = dialog().scrollHeight;
  expect(frame().getBoundingClientRect().bottom).toBeLessThanOrEqual(256);
  expect(frame().offsetHeight).toBeGreaterThanOrEqual(250);
});

describe('when a tablet is turned, or the window pulled', () => {
  const large = [1280, 900] as const;
  const small = [844, 390] as const;
  const turn = async ([width, height]: readonly [number, number], isModal: boolean) => {
    await page.viewport(width, height);
    await expect.poll(() => dialog().matches(':modal')).toBe(isModal);
  };

  const resized = async ([width, height]: readonly [number, number]) => {
    const told = new Promise((resolve) => window.addEventListener('resize', resolve, { once: true }));
    await page.viewport(width, height);
    await told;
  };

  it('goes over the page and back, and the bank’s page is still the same', async () => {
    await open({ window_size: '03' });
    const bank = frame().contentWindow;
    const loads = heard(frame(), 'load');
    await turn(small, true);
    const { width, height } = dialog().getBoundingClientRect();
    expect([width, height]).toEqual(small);
    await turn(large, false);
    expect([frame().offsetWidth, frame().offsetHeight]).toEqual([500, 600]);
    expect([frame().contentWindow === bank, loads.length, run.posts.length]).toEqual([true, 0, 1]);
    expect(run.answers).toEqual([]);
  });

  it('waits while the customer types in the bank’s page: they stay in their field', async () => {
    await open({ window_size: '03' });
    const bank = frame().contentDocument as Document;
    const code = bank.body.appendChild(bank.createElement('input'));
    code.focus();
    await userEvent.keyboard('12');
    await resized(small);
    await userEvent.keyboard('34');
    expect(code).toHaveValue('1234');
    run.challenge.focus();
    await turn([844, 391], true);
    code.focus();
    await resized(large);
    await userEvent.keyboard('56');
    expect(code).toHaveValue('123456');
  });

  it('the question whether to stop stays', async () => {
    await open();
    await userEvent.click(button('Cancel'));
    await turn(small, true);
    await expect.poll(focused).toBe(button('Go on confirming'));
    await turn(large, false);
    expect(focused()).toBe(button('Go on confirming'));
    expect(run.answers).toEqual([]);
  });
});

describe('the focus', () => {
  beforeEach(() => page.viewport(390, 700));

  it('cannot leave a window that is over the page', async () => {
    const search = await place('input');
    await open();
    search.focus();
    expect(focused()).not.toBe(search);
    await userEvent.tab();
    await userEvent.tab();
    expect(focused()).not.toBe(search);
  });

  it.each([
    ['nothing is asked any more', () => Object.assign(run.challenge, { action: null })],
    ['the view is taken out', () => run.challenge.remove()],
  ])('is back where it was when %s', async (_, finish) => {
    const search = await place('input');
    search.focus();
    await open();
    expect(focused()).not.toBe(search);
    finish();
    await settled(run.challenge);
    expect(focused()).toBe(search);
  });
});
