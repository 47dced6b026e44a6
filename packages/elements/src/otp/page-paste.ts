import type { ReactiveController, ReactiveControllerHost } from 'lit';

const EDITABLE = 'input, textarea, select, iframe, [contenteditable]';

/** Hears what is pasted into a view, and what is pasted into the page while nothing else wants it. */
export class PagePaste implements ReactiveController {
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    /** Says whether it has taken the text: it then goes nowhere else. */
    private readonly onPaste: (text: string, target: EventTarget | undefined) => boolean,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('paste', this.handlePaste);
  }

  hostDisconnected(): void {
    document.removeEventListener('paste', this.handlePaste);
  }

  private handlePaste = (event: ClipboardEvent): void => {
    const path = event.composedPath();
    const [target] = path;
    if (event.defaultPrevented || !(path.includes(this.host) || isFree(target))) return;
    if (this.onPaste(event.clipboardData?.getData('text/plain') ?? '', target)) event.preventDefault();
  };
}

/** Nobody types there. Of an element of somebody else's nobody knows what is in it. */
function isFree(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return target === document;
  return !target.isContentEditable && !target.localName.includes('-') && target.closest(EDITABLE) === null;
}
