import type { FlorinCard } from '../card/card.js';
import type { FlorinSecurityCode } from '../saved-card/security-code.js';
import type { Places } from './places.js';

/** The security codes in a form that comes back after a try: they may not outlive it (PCI DSS, 3.3.1), but for a soft decline. */
export class SecurityCodes {
  private keepsOne = false;

  constructor(private readonly places: Pick<Places, 'all'>) {}

  /** Empties all, but the one in `kept`: it stands where the customer typed it, until the next outcome or until they leave. */
  async clear(kept: Element | null = null): Promise<void> {
    const keepsOne = kept !== null;
    if (keepsOne && !this.keepsOne) window.addEventListener('pagehide', this.leave);
    if (!keepsOne && this.keepsOne) window.removeEventListener('pagehide', this.leave);
    this.keepsOne = keepsOne;
    const all = this.places.all('florin-card, florin-security-code') as (FlorinCard | FlorinSecurityCode)[];
    const cleared = all.filter((fields) => fields !== kept);
    for (const fields of cleared) fields.clearSecurityCode();
    await Promise.all(cleared.map((fields) => fields.updateComplete));
  }

  /** A page that the browser keeps for a step back would keep what is typed in it. */
  readonly leave = (): void => {
    if (this.keepsOne) void this.clear();
  };
}
