import { departure } from './departure.js';
import type { Destination } from './destination.js';
import { postForm } from './post-form.js';

/** ms after which a page that is still here was not left. Until then another press would be another order for the bank. */
const PATIENCE = 10_000;

/** Leaves this page for another, once. */
export class Leaving {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly onStay: () => void) {}

  to(destination: Destination, place: ParentNode): void {
    this.end();
    this.timer = setTimeout(this.onStay, PATIENCE);
    if (destination.posted) postForm(destination, '_self', place);
    else departure.go(destination.url.href);
  }

  end(): void {
    clearTimeout(this.timer);
  }
}
