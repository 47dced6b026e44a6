import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { askedSize, takesWholeScreen } from './challenge-window.js';

/** The window of a challenge: in its place in the page where the screen is large, over all of it where it is small. */
export class ChallengeDialog implements ReactiveController {
  private returnsTo: HTMLElement | null = null;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly dialog: () => HTMLDialogElement | null,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('resize', this.handleResize);
  }

  hostDisconnected(): void {
    window.removeEventListener('resize', this.handleResize);
    const { returnsTo } = this;
    this.close();
    // A dialog gives the focus back when it is closed, and not when it is taken out.
    if (document.activeElement === document.body) returnsTo?.focus();
  }

  get isModal(): boolean {
    return this.dialog()?.matches(':modal') ?? false;
  }

  open(asked: string | undefined): void {
    const size = askedSize(asked);
    // Set through the object model: a style attribute would need `unsafe-inline`.
    this.dialog()?.style.setProperty('--_width', size ? `${size.width}px` : '');
    this.dialog()?.style.setProperty('--_height', size ? `${size.height}px` : '');
    this.show();
  }

  show(): void {
    const dialog = this.dialog();
    if (!dialog || dialog.open) return;
    if (!isSmallScreen()) {
      // Not `show()`, which takes the focus from wherever the customer is.
      dialog.open = true;
      return;
    }
    this.returnsTo = document.activeElement as HTMLElement | null;
    dialog.showModal();
  }

  close(): void {
    const dialog = this.dialog();
    if (!dialog?.open) return;
    dialog.close();
    this.returnsTo = null;
  }

  /** A tablet was turned, or a window pulled: the bank's page stays as it is. */
  private handleResize = (): void => {
    if (!this.dialog()?.open || this.isModal === isSmallScreen()) return;
    const focused = this.host.shadowRoot?.activeElement as HTMLElement | null;
    // The customer types there, and a keyboard on the screen makes it small: they would be thrown out of their field.
    if (focused?.localName === 'iframe') return;
    this.close();
    this.show();
    focused?.focus();
  };
}

function isSmallScreen(): boolean {
  return takesWholeScreen({ width: innerWidth, height: innerHeight });
}
