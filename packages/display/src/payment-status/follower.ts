import type { IntentSnapshot } from '@florin/contract';
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
    if (turn === this.#turn) await this.#begin(ask(), turn);
  }

  stop(): void {
    this.#turn += 1;
    this.#following?.destroy();
    this.#following = null;
    this.#followed = null;
  }

  /** Takes in what the page has learnt in another way. False: nothing is followed. */
  offer(snapshot: IntentSnapshot): boolean {
    this.#following?.offer(snapshot);
    return this.#following !== null;
  }

  async refresh(): Promise<void> {
    if (this.#following) await this.#following.refresh();
    // The code did not come.
    else if (this.#followed) await this.#begin(this.#followed, this.#turn);
  }

  setVisible(isVisible: boolean): void {
    this.#isVisible = isVisible;
    this.#following?.setVisible(isVisible);
  }

  async #begin(followable: Followable, turn: number): Promise<void> {
    const { endpoint, intent, clientSecret, snapshot } = followable;
    if (!endpoint || !intent || !clientSecret) return;
    this.#followed = followable;
    const loaded = await this.load().catch(() => null);
    if (turn !== this.#turn || this.#following) return;
    if (!loaded) return this.tell({ snapshot, problem: { code: 'network' }, answeredAt: null });
    const following = loaded.followIntent({ endpoint, intent, clientSecret, snapshot });
    following.setVisible(this.#isVisible);
    following.subscribe(this.tell);
    this.#following = following;
  }
}
