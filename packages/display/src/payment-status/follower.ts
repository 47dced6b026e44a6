import { newerOf, type IntentSnapshot } from '@florin/contract';
import type { Followed, Following, FollowOptions } from '@florin/core/follow';

type Load = () => Promise<{ followIntent(options: FollowOptions): Following }>;

/** What a page says of the payment that is to be followed: all of it, or nothing is followed. */
export interface Followable {
  endpoint?: string | undefined;
  intent?: string | undefined;
  clientSecret?: string | undefined;
  snapshot: IntentSnapshot | null;
}

/** Follows one payment at a time. The code for it is fetched when there is something to follow. */
export class Follower {
  #following: Following | null = null;
  #followed: Followable | null = null;
  #isVisible = true;
  /** Counts what was begun: of what is begun at once the last counts. */
  #turn = 0;

  constructor(
    private readonly load: Load,
    private readonly tell: (state: Followed) => void,
  ) {}

  /** Begins anew. A page sets its attributes one after the other: it is asked for them when it is done. */
  async start(ask: () => Followable): Promise<void> {
    this.stop();
    const turn = this.#turn;
    await Promise.resolve();
    if (turn !== this.#turn) return;
    this.#followed = ask();
    await this.#begin(turn);
  }

  stop(): void {
    this.#turn += 1;
    this.#following?.destroy();
    this.#following = null;
    this.#followed = null;
  }

  /** Takes in what the page has learnt in another way. False: nothing is followed, or not yet. */
  offer(snapshot: IntentSnapshot): boolean {
    this.#following?.offer(snapshot);
    if (this.#followed) this.#followed = { ...this.#followed, snapshot: newerOf(this.#followed.snapshot, snapshot) };
    return this.#following !== null;
  }

  async refresh(): Promise<void> {
    // The code did not come.
    if (!this.#following) await this.#begin(this.#turn);
    await this.#following?.refresh();
  }

  setVisible(isVisible: boolean): void {
    this.#isVisible = isVisible;
    this.#following?.setVisible(isVisible);
  }

  async #begin(turn: number): Promise<void> {
    if (!isWhole(this.#followed)) return;
    const loaded = await this.load().catch(() => null);
    // The page may have said more while the code was on its way.
    const followed = this.#followed;
    if (turn !== this.#turn || this.#following || !isWhole(followed)) return;
    if (!loaded) return this.tell({ snapshot: followed.snapshot, problem: { code: 'network' }, answeredAt: null });
    const following = loaded.followIntent(followed);
    following.setVisible(this.#isVisible);
    following.subscribe(this.tell);
    this.#following = following;
  }
}

type Whole = Followable & { endpoint: string; intent: string; clientSecret: string };

function isWhole(followable: Followable | null): followable is Whole {
  return Boolean(followable?.endpoint && followable.intent && followable.clientSecret);
}
