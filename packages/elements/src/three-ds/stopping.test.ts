import { loadMessages, locales } from '@florin/locale';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { challengeOf } from '../checkout/intent.fixture.js';
import { focused, heard, inside, place, seen, settled } from '../checkout/place.fixture.js';
import {
  ask,
  button,
  comeBack,
  dialog,
  end,
  frame,
  interceptPosts,
  open,
  postFrom,
  run,
  startAnew,
} from './challenge.fixture.js';

startAnew();

describe('stopping', () => {
  beforeEach(interceptPosts);

  it('is asked about first, and done once', async () => {
    await open();
    await userEvent.click(button('Cancel'));
    expect(run.answers).toEqual([]);
    expect(ask()).toBeVisible();
    await expect.poll(focused).toBe(button('Go on confirming'));
    const stop = button('Stop');
    await userEvent.click(stop);
    stop.click();
    await settled(run.challenge);
    await postFrom(frame().contentWindow, end());
    expect(run.answers).toEqual([{ three_ds_challenge: 'abandoned' }]);
    expect(ask()).toBeNull();
  });

  it('can be thought better of', async () => {
    await open();
    await userEvent.click(button('Cancel'));
    await userEvent.click(button('Go on confirming'));
    expect(ask()).toBeNull();
    await expect.poll(focused).toBe(inside(run.challenge).getByRole('heading', { name: 'Confirm with your bank' }));
    await postFrom(frame().contentWindow, end());
    expect(run.answers).toEqual([{ three_ds_challenge: 'done' }]);
  });

  it.each([
    ['beside the page', 1280, 900],
    ['over the page', 390, 700],
  ])('with Escape asks too, and Escape again goes on, %s', async (_, width, height) => {
    await page.viewport(width, height);
    await open();
    run.challenge.focus();
    await userEvent.keyboard('{Escape}');
    await settled(run.challenge);
    expect(ask()).toBeVisible();
    await expect.poll(focused).toBe(button('Go on confirming'));
    expect(frame().checkVisibility()).toBe(true);
    await userEvent.keyboard('{Escape}');
    await expect.poll(focused).toBe(inside(run.challenge).getByRole('heading', { name: 'Confirm with your bank' }));
    expect(ask()).toBeNull();
    expect(dialog().open).toBe(true);
    await userEvent.keyboard('{Escape}');
    await settled(run.challenge);
    expect(ask()).toBeVisible();
    expect(run.answers).toEqual([]);
  });

  it('with a phone’s way back asks too, however often', async () => {
    await page.viewport(390, 700);
    await open();
    // The second close request of a browser cannot be prevented.
    dialog().requestClose();
    dialog().close();
    await expect.poll(() => dialog().matches(':modal')).toBe(true);
    expect(ask()).toBeVisible();
    expect(run.answers).toEqual([]);
  });

  it('waits while an answer is on its way, and is there again when it was not taken', async () => {
    await open();
    await userEvent.click(button('Cancel'));
    await userEvent.click(button('Stop'));
    run.challenge.busy = true;
    await settled(run.challenge);
    expect(seen(run.challenge)).toContain('Checking the answer…');
    expect(button('Cancel')).toHaveAttribute('aria-disabled', 'true');
    button('Cancel').click();
    await settled(run.challenge);
    expect(ask()).toBeNull();
    run.challenge.busy = false;
    await settled(run.challenge);
    await userEvent.click(button('Go on confirming'));
    await userEvent.click(button('Cancel'));
    await userEvent.click(button('Stop'));
    expect(run.answers).toEqual([{ three_ds_challenge: 'abandoned' }, { three_ds_challenge: 'abandoned' }]);
    expect(run.posts).toHaveLength(1);
  });
});

describe('stopping that comes to nothing: the provider cannot cancel, and the challenge goes on', () => {
  const words = () => [run.english['three_ds.waits.title'], run.english['three_ds.waits.text']].join(' ');
  const resume = () => button('Go on confirming');

  /** The answer is given, and the same challenge is asked for again. */
  async function stop(): Promise<void> {
    await userEvent.click(button('Cancel'));
    await userEvent.click(button('Stop'));
    await comeBack();
  }

  it.each([
    ['beside the page', 1280, 900],
    ['over the page', 320, 640],
  ])('is said, and locks nobody in: %s', async (_, width, height) => {
    interceptPosts();
    await page.viewport(width, height);
    await open();
    await stop();
    expect(run.answers).toEqual([{ three_ds_challenge: 'abandoned' }]);
    expect(seen(run.challenge)).toContain(words());
    expect(run.said.at(-1)).toBe(words());
    expect(dialog().open).toBe(false);
    const elsewhere = await place('input');
    elsewhere.focus();
    expect(document.activeElement).toBe(elsewhere);
  });

  it('the focus stays with it, and is not taken from elsewhere', async () => {
    interceptPosts();
    await open();
    await stop();
    await expect.poll(focused).toBe(inside(run.challenge).getByRole('heading', { name: /^Your bank still waits/ }));
    await userEvent.click(resume());
    await expect.poll(focused).toBe(inside(run.challenge).getByRole('heading', { name: 'Confirm with your bank' }));
    const search = await place('input');
    await userEvent.click(button('Cancel'));
    button('Stop').click();
    search.focus();
    await comeBack();
    expect(seen(run.challenge)).toContain(words());
    expect(document.activeElement).toBe(search);
  });

  it.each([
    ['beside the page', 1280, 900, false],
    ['over the page', 320, 640, true],
  ])('can be gone on with, in the same page of the bank: %s', async (_, width, height, isModal) => {
    await page.viewport(width, height);
    await open({ url: 'data:text/html,<h1>Bank</h1>' });
    await expect.poll(() => seen(run.challenge)).not.toContain('Your bank is getting ready…');
    const bank = frame().contentWindow;
    const loads = heard(frame(), 'load');

    await stop();
    await userEvent.click(resume());
    await settled(run.challenge);
    expect([dialog().open, dialog().matches(':modal')]).toEqual([true, isModal]);
    expect(seen(run.challenge)).not.toContain(run.english['three_ds.waits.text']);
    expect([frame().contentWindow === bank, loads.length]).toEqual([true, 0]);
    expect(run.said.at(-1)).toBe(run.english['three_ds.opened']);
    await stop();
    expect(run.answers).toHaveLength(2);
    expect(run.said.at(-1)).toBe(words());
  });

  it('its end is heard while the bank’s page is out of sight', async () => {
    interceptPosts();
    await open();
    await stop();
    await postFrom(run.challenge.shadowRoot?.querySelector('iframe')?.contentWindow ?? null, end());
    expect(run.answers.at(-1)).toEqual({ three_ds_challenge: 'done' });
    expect(run.said.at(-1)).toBe('Checking the answer…');
    // The bank waits no longer.
    await comeBack();
    expect(seen(run.challenge)).toBe('Checking the answer…');
  });

  it('its end that came while the customer stopped is told when stopping came to nothing', async () => {
    interceptPosts();
    await open();
    await userEvent.click(button('Cancel'));
    await userEvent.click(button('Stop'));
    await postFrom(frame().contentWindow, end());
    await comeBack();
    expect(run.answers).toEqual([{ three_ds_challenge: 'abandoned' }, { three_ds_challenge: 'done' }]);
    await comeBack();
    expect(run.answers).toHaveLength(2);
    expect(seen(run.challenge)).not.toContain(run.english['three_ds.waits.title']);
  });

  it('another challenge is shown at once', async () => {
    interceptPosts();
    await open();
    await stop();
    run.challenge.action = challengeOf({ nonce: 'n-2' });
    await settled(run.challenge);
    expect(dialog().open).toBe(true);
    expect(seen(run.challenge)).not.toContain(run.english['three_ds.waits.text']);
  });

  it('an end that is not the customer’s own doing says nothing of the kind', async () => {
    interceptPosts();
    await open();
    await postFrom(frame().contentWindow, end());
    await comeBack();
    expect(dialog().open).toBe(true);
    expect(run.said).not.toContain(words());
  });

  it.each(locales)('is not promised: %s', async (locale) => {
    const { 'three_ds.cancel.text': text } = await loadMessages(locale);
    expect(text).toMatch(/will try|essaierons|سنحاول/);
  });
});
