/** The text of a field and the selection in it. */
export interface Seen {
  text: string;
  start: number;
  end: number;
  /** What the browser's own editing had made of the text, before the card put it in order; null: it edited nothing. */
  raw: string | null;
}

/** Keys that no field knows. They tell the recorder something, and nobody else hears of them. */
export const signals = { look: 'F2', copy: 'F4', done: 'F8' } as const;

/** In the clipboard when a sequence begins. */
export const COPIED = '42';

/**
 * Runs in the page. Notes what stands in a field before each key, so that keys can be sent without waiting for their answers:
 * what stands there before one key is what the one before it has done.
 */
export function startRecorder({
  id,
  signals,
  COPIED,
}: {
  id: string;
  signals: Record<string, string>;
  COPIED: string;
}): void {
  const card = document.querySelector('florin-card') as HTMLElement & { reset(): void };
  const input = card.shadowRoot?.getElementById(id) as HTMLInputElement;
  const log: [string, number | null, number | null, string | null][] = [];
  const copies: string[] = [];
  let raw: string | null = null;

  const copy = (text: string) => {
    // Nothing needs to be selected for a page to fill the clipboard, if it says beforehand that it will.
    const allow = (event: Event) => event.preventDefault();
    const fill = (event: ClipboardEvent) => {
      event.preventDefault();
      event.clipboardData?.setData('text/plain', text);
    };
    document.addEventListener('beforecopy', allow, { capture: true, once: true });
    document.addEventListener('copy', fill, { capture: true, once: true });
    document.execCommand('copy');
    document.removeEventListener('beforecopy', allow, true);
    document.removeEventListener('copy', fill, true);
  };
  const look = () => {
    log.push([input.value, input.selectionStart, input.selectionEnd, raw]);
    raw = null;
  };

  addEventListener('input', () => (raw = input.value), true);
  addEventListener(
    'keydown',
    (event) => {
      const { key } = event;
      if (['Control', 'Shift', 'Meta'].includes(key)) return;
      if (key !== signals['copy']) look();
      if (!Object.values(signals).includes(key)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (key === signals['copy']) copy(copies.shift() ?? '');
      if (key !== signals['done']) return;
      card.reset();
      input.focus();
      copy(COPIED);
    },
    true,
  );
  Object.assign(globalThis, { recorder: { copies, take: () => log.splice(0) } });
}
