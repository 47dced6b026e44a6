import type { CSSResult, LitElement } from 'lit';
import { untilLoaded } from '../loading/until-loaded.js';

/** A part of the form that few intents need: its code is fetched when one does, with styles for the tag's own root. */
export class MethodPart<Part> {
  /** The part, once it is there. */
  now: Part | null = null;
  /** It is needed, and on the way. */
  isAwaited = false;

  constructor(
    private readonly host: () => LitElement,
    private readonly load: () => Promise<{ part: Part; styles: CSSResult }>,
  ) {}

  need(): void {
    if (!this.now && !this.isAwaited) void this.fetch();
  }

  private async fetch(): Promise<void> {
    this.isAwaited = true;
    const loaded = await untilLoaded(this.load);
    const { shadowRoot } = this.host();
    const { styleSheet } = loaded?.styles ?? {};
    if (shadowRoot && styleSheet) shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, styleSheet];
    this.now = loaded && loaded.part;
    this.isAwaited = false;
    this.host().requestUpdate();
  }
}
