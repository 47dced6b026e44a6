import { format, type Messages } from '@florin/locale';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** ms between two looks at the clock. The deadline decides, not the number of looks: sleep loses nothing. */
const LOOK = 1000;

/** Moments at which the time left is said aloud, largest first: never every second. */
const milestones = [
  { key: 'countdown.half', reached: (left: number, total: number) => left <= total / 2 && total >= 120_000 },
  { key: 'countdown.minute', reached: (left: number, total: number) => left <= 60_000 && total > 60_000 },
  { key: 'countdown.seconds', reached: (left: number, total: number) => left <= 20_000 && total > 20_000 },
  { key: 'countdown.over', reached: (left: number) => left <= 0 },
] as const;

export type Milestone = (typeof milestones)[number]['key'];

/** Counts down to a deadline on the server's clock, and speaks at its milestones. */
export class Countdown implements ReactiveController {
  /** ms left; `null` without a deadline. */
  left: number | null = null;
  private deadline: number | null = null;
  private total = 0;
  private said = 0;
  /** Whoever waits has been told that it is over. */
  private isOver = true;
  private isConnected = false;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly now: () => number,
    private readonly onMilestone: (key: Milestone) => void = () => {},
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.isConnected = true;
    document.addEventListener('visibilitychange', this.look);
    this.run();
  }

  hostDisconnected(): void {
    this.isConnected = false;
    document.removeEventListener('visibilitychange', this.look);
    this.run();
  }

  /** Runs to a deadline (ISO 8601), or to none. The same one again goes on where it was; up too early, it begins anew. */
  runTo(deadline: string | undefined): void {
    const time = deadline === undefined ? Number.NaN : Date.parse(deadline);
    const next = Number.isNaN(time) ? null : time;
    // The page's clock may have jumped ahead, and been set right since.
    if (next === this.deadline && (this.left || Number(next) <= this.now())) return;
    this.deadline = next;
    this.total = next === null ? 0 : next - this.now();
    this.left = next === null ? null : Math.max(0, this.total);
    // What has passed already is not news.
    this.said = milestones.filter(({ reached }) => reached(this.total, this.total)).length;
    this.isOver = !this.left;
    this.run();
  }

  private run(): void {
    clearInterval(this.timer);
    if (this.isConnected && !this.isOver) this.timer = setInterval(this.look, LOOK);
  }

  private look = (): void => {
    if (this.isOver || this.deadline === null) return;
    this.left = Math.max(0, this.deadline - this.now());
    this.host.requestUpdate();
    // Nobody hears what is said in a tab that is out of sight: it is told, once, when they are back.
    if (!document.hidden) this.tell(this.left);
  };

  private tell(left: number): void {
    this.isOver = left === 0;
    if (this.isOver) this.run();
    const reached = milestones.filter((milestone) => milestone.reached(left, this.total));
    const last = reached.at(-1);
    const isNews = reached.length > this.said;
    this.said = Math.max(this.said, reached.length);
    if (last && isNews) this.onMilestone(last.key);
  }
}

/** "4:05", in the digits of the customer's language. */
export function formatTimeLeft(left: number, messages: Messages, locale: string): string {
  const seconds = Math.ceil(left / 1000);
  const number = new Intl.NumberFormat(locale, { useGrouping: false });
  const twoDigits = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
  const time = `${number.format(Math.floor(seconds / 60))}:${twoDigits.format(seconds % 60)}`;
  return format(messages['countdown.left'], { time });
}
