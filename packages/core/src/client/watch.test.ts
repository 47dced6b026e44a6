import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { ManualClock, settled } from './clock.fixture.js';
import { createWatch } from './watch.js';

const { followStream } = vi.hoisted(() => ({ followStream: vi.fn<() => Promise<boolean>>() }));
const loaded = vi.hoisted(() => vi.fn<() => void>());

let isSeen: boolean;

beforeEach(() => {
  isSeen = true;
  vi.resetAllMocks();
  vi.resetModules();
  vi.doMock('./event-stream.js', () => {
    loaded();
    return { followStream };
  });
});

function setUp() {
  const clock = new ManualClock();
  const read = vi.fn<() => Promise<number | undefined>>().mockResolvedValue(undefined);
  const watch = createWatch({
    mode: 'auto',
    openStream: () => Promise.reject(new Error('opened by the stream’s own code alone')),
    read,
    onIntent: () => {},
    isSeen: () => isSeen,
    clock,
    random: () => 1,
  });
  onTestFinished(() => watch.stop());
  return { clock, read, watch };
}

it('a stream whose code cannot be fetched is one that did not open: it is asked for again, then polled', async () => {
  loaded.mockImplementation(() => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
  const { clock, read, watch } = setUp();
  watch.start();
  await vi.waitFor(async () => {
    await clock.advance(10_000);
    expect(read.mock.calls.length).toBeGreaterThan(6);
  });
  expect(loaded).toHaveBeenCalledTimes(2);
  expect(followStream).not.toHaveBeenCalled();
});

it('nothing is opened for a watch that was stopped before the code was there', async () => {
  const { watch } = setUp();
  watch.start();
  watch.stop();
  await vi.waitFor(() => expect(loaded).toHaveBeenCalledOnce());
  await settled();
  expect(followStream).not.toHaveBeenCalled();
});

it('a stream that ends as soon as it has spoken is opened ever slower, no faster than is polled', async () => {
  followStream.mockResolvedValue(true);
  const { clock, read, watch } = setUp();
  watch.start();
  await vi.waitFor(() => expect(followStream).toHaveBeenCalledOnce());
  await clock.advance(2 * 60_000);
  expect(followStream.mock.calls.length).toBeGreaterThan(5);
  expect(followStream.mock.calls.length).toBeLessThan(20);
  expect(read.mock.calls.length).toBeLessThan(20);
});

it('one that was cut after a while is opened again soon', async () => {
  const { clock, watch } = setUp();
  followStream.mockImplementation(() => new Promise((resolve) => void clock.setTimeout(() => resolve(true), 9000)));
  watch.start();
  await vi.waitFor(() => expect(followStream).toHaveBeenCalledOnce());
  await clock.advance(10 * 60_000);
  expect(followStream.mock.calls.length).toBeGreaterThanOrEqual(60);
});

it('a backend that asks to be left alone when a stream has ended is', async () => {
  followStream.mockResolvedValue(true);
  const { clock, read, watch } = setUp();
  read.mockResolvedValueOnce(90_000);
  watch.start();
  await vi.waitFor(() => expect(read).toHaveBeenCalledOnce());
  await clock.advance(89_000);
  expect(followStream).toHaveBeenCalledOnce();
  expect(read).toHaveBeenCalledOnce();
  await clock.advance(3000);
  expect(followStream.mock.calls.length).toBeGreaterThan(1);
});

it('and is by a page that goes on polling', async () => {
  followStream.mockResolvedValue(false);
  const { clock, read, watch } = setUp();
  read.mockResolvedValueOnce(undefined).mockResolvedValueOnce(90_000);
  watch.start();
  await vi.waitFor(() => expect(followStream).toHaveBeenCalledOnce());
  await clock.advance(60_000);
  expect(followStream).toHaveBeenCalledTimes(2);
  expect(read).toHaveBeenCalledTimes(2);
  await clock.advance(60_000);
  expect(read.mock.calls.length).toBeGreaterThan(2);
});

it.each([true, false])('a page that nobody sees looks less often, with a stream that ends: %s', async (ends) => {
  followStream.mockResolvedValue(ends);
  const { clock, read, watch } = setUp();
  watch.start();
  await vi.waitFor(() => expect(followStream).toHaveBeenCalledOnce());
  await clock.advance(60_000);
  isSeen = false;
  await clock.advance(30_000);
  const before = read.mock.calls.length;
  await clock.advance(10 * 60_000);
  expect(read.mock.calls.length - before).toBe(20);
  isSeen = true;
  watch.start();
  await vi.waitFor(async () => {
    await clock.advance(10);
    expect(read.mock.calls.length - before).toBe(21);
  });
});
