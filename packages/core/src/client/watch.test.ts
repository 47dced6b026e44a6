import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { ManualClock, settled } from './clock.fixture.js';
import { createWatch } from './watch.js';

const { followStream } = vi.hoisted(() => ({ followStream: vi.fn<() => Promise<boolean>>() }));
const loaded = vi.hoisted(() => vi.fn<() => void>());

beforeEach(() => {
  vi.resetAllMocks();
  vi.resetModules();
  vi.doMock('./event-stream.js', () => {
    loaded();
    return { followStream };
  });
});

function setUp() {
  const clock = new ManualClock();
  const read = vi.fn<() => Promise<undefined>>().mockResolvedValue(undefined);
  const watch = createWatch({
    mode: 'auto',
    openStream: () => Promise.reject(new Error('opened by the stream’s own code alone')),
    read,
    onIntent: () => {},
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
