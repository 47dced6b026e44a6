import type { Followed, Following, FollowOptions } from '@florin/core/follow';
import { expect, it, vi } from 'vitest';
import { Follower } from './follower.js';
import { snapshotOf } from './snapshot.fixture.js';

const key = { endpoint: '/api/checkout', intent: 'pi_1', clientSecret: 's', snapshot: null };
const nothing: Followed = { snapshot: null, problem: null, answeredAt: null };

function setUp() {
  const followed: { options: FollowOptions; following: Following; tell: (state: Followed) => void }[] = [];
  const told: Followed[] = [];
  const followIntent = (options: FollowOptions): Following => {
    const following = {
      state: nothing,
      subscribe: (tell: (state: Followed) => void) => {
        followed.push({ options, following, tell });
        return () => {};
      },
      offer: vi.fn<Following['offer']>(),
      refresh: vi.fn<Following['refresh']>().mockResolvedValue(undefined),
      setVisible: vi.fn<Following['setVisible']>(),
      destroy: vi.fn<Following['destroy']>(),
    };
    return following;
  };
  const load = vi.fn<() => Promise<{ followIntent: typeof followIntent }>>().mockResolvedValue({ followIntent });
  return { load, followed, told, follower: new Follower(load, (state) => told.push(state)) };
}

it('follows what the page says once it is done saying it, and tells', async () => {
  const { load, followed, told, follower } = setUp();
  const said = { ...key, intent: '' };
  const first = follower.start(() => ({ ...said }));
  said.intent = 'pi_2';
  await Promise.all([first, follower.start(() => ({ ...said }))]);
  expect(load).toHaveBeenCalledOnce();
  expect(followed.map(({ options }) => options)).toEqual([{ ...key, intent: 'pi_2' }]);
  followed[0]?.tell(nothing);
  expect(told).toEqual([nothing]);
});

it.each(['endpoint', 'intent', 'clientSecret'])('without %s nothing is fetched', async (name) => {
  const { load, follower } = setUp();
  await follower.start(() => ({ ...key, [name]: undefined }));
  await follower.refresh();
  expect(load).not.toHaveBeenCalled();
  expect(follower.offer(snapshotOf())).toBe(false);
});

it('hands on what the page learns, whether it is seen, and that it wants to know', async () => {
  const { followed, follower } = setUp();
  follower.setVisible(false);
  await follower.start(() => key);
  expect(follower.offer(snapshotOf())).toBe(true);
  await follower.refresh();
  follower.setVisible(true);
  const following = followed[0]?.following;
  expect(following?.offer).toHaveBeenCalledWith(snapshotOf());
  expect(following?.refresh).toHaveBeenCalledOnce();
  expect(vi.mocked(following!.setVisible).mock.calls).toEqual([[false], [true]]);
});

it('begun anew or stopped, it follows the payment of before no more', async () => {
  const { followed, follower } = setUp();
  await follower.start(() => key);
  await follower.start(() => ({ ...key, intent: 'pi_2' }));
  expect(followed[0]?.following.destroy).toHaveBeenCalledOnce();
  follower.stop();
  expect(followed[1]?.following.destroy).toHaveBeenCalledOnce();
  expect(follower.offer(snapshotOf())).toBe(false);
});

it('stopped while the code is on its way, it follows nothing', async () => {
  const { followed, follower } = setUp();
  const started = follower.start(() => key);
  await Promise.resolve();
  follower.stop();
  await started;
  expect(followed).toEqual([]);
});

it('what the page learns while the code is on its way is what is followed, not what stood there before', async () => {
  const { followed, follower } = setUp();
  const started = follower.start(() => ({ ...key, snapshot: snapshotOf({ version: 3 }) }));
  await Promise.resolve();
  expect(follower.offer(snapshotOf({ version: 5, status: 'completed' }))).toBe(false);
  expect(follower.offer(snapshotOf({ version: 4 }))).toBe(false);
  await started;
  expect(followed[0]?.options.snapshot).toMatchObject({ version: 5, status: 'completed' });
});

it('nor is it unsaid where the code does not come, and is asked for again', async () => {
  const { load, followed, told, follower } = setUp();
  load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
  const started = follower.start(() => ({ ...key, snapshot: snapshotOf({ version: 3 }) }));
  await Promise.resolve();
  follower.offer(snapshotOf({ version: 5, status: 'completed' }));
  await started;
  expect(told).toMatchObject([{ snapshot: { version: 5 }, problem: { code: 'network' } }]);
  follower.offer(snapshotOf({ version: 6, status: 'refunded' }));
  await follower.refresh();
  expect(followed[0]?.options.snapshot).toMatchObject({ version: 6 });
});

it('code that does not come is a backend that does not answer, until somebody asks again', async () => {
  const { load, followed, told, follower } = setUp();
  load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
  await follower.start(() => ({ ...key, snapshot: snapshotOf() }));
  expect(told).toMatchObject([{ snapshot: { id: 'pi_1' }, problem: { code: 'network' } }]);
  await follower.refresh();
  expect(followed).toHaveLength(1);
  // Whoever asked waits for an answer, not for the code alone.
  expect(followed[0]?.following.refresh).toHaveBeenCalledOnce();
});
