import type { LitElement, ReactiveControllerHost } from 'lit';

/** A part of the checkout that the page has put where it likes. */
export type PlacedPart = LitElement;

interface Host extends LitElement {
  readonly placed: ReadonlySet<PlacedPart>;
}

/**
 * Where things stand: in the root of the tag itself, or in what the page has placed. To the ways to pay it is the host that
 * they are drawn in: all their radio buttons have to be in one root.
 */
export class Places implements Pick<ReactiveControllerHost, 'requestUpdate' | 'updateComplete'> {
  constructor(private readonly host: Host) {}

  /** Tags of the placed parts. */
  get tags(): ReadonlySet<string> {
    return new Set([...this.host.placed].map(({ localName }) => localName));
  }

  /** The first one of a tag is the one that counts. */
  placed(tag: string): PlacedPart | undefined {
    return [...this.host.placed].find(({ localName }) => localName === tag);
  }

  /** Where the ways to pay are drawn. */
  get shadowRoot(): ShadowRoot | null {
    return (this.placed('florin-methods') ?? this.host).shadowRoot;
  }

  /** What has been asked to be drawn is there, in the placed parts too. */
  get updateComplete(): Promise<boolean> {
    return this.host.updateComplete.then(async (isDone) => {
      await Promise.all([...this.host.placed].map((part) => part.updateComplete));
      return isDone;
    });
  }

  requestUpdate(): void {
    this.host.requestUpdate();
  }

  adopt(sheet: CSSStyleSheet | undefined): void {
    const { shadowRoot: root } = this.host;
    if (root && sheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  find(selector: string): HTMLElement | null {
    return this.all(selector)[0] ?? null;
  }

  /** In the checkout first: what must not be lost is there when it is nowhere else. */
  all(selector: string): HTMLElement[] {
    const placed = [...this.host.placed];
    const roots = [this.host, ...placed].map(({ shadowRoot }) => shadowRoot);
    return [
      ...roots.flatMap((root) => [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])]),
      ...placed.filter((part) => part.matches(selector)),
    ];
  }
}
