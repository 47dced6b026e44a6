import { declarationsOf } from './css-file.js';
import { choiceNames, type Design } from './design.js';
import { cssFromValue } from './dtcg-value.js';
import { element } from './element.js';
import type { Resolved, Scheme } from './figures.js';
import { giveFocusBack } from './keep-focus.js';
import { resolvedIn } from './probe.js';
import { tokenNamed } from './tokens.js';

/** What of the gallery a frame shows. */
export interface Scene {
  /** `card.empty`: view and state. */
  state: string;
  locale: string;
  dir: string;
}

/**
 * One state of the gallery in one scheme, in a frame: what it does to its page (a dialog over everything, the focus, a window
 * that opens) stays there.
 */
export class Frame {
  readonly element: HTMLIFrameElement;
  #design: Design;
  #sheet: CSSStyleSheet | null = null;
  #scene = '';
  /** A state of the gallery may be about one layout. */
  #ownLayout: string | null = null;

  constructor(
    readonly scheme: Scheme,
    design: Design,
    private readonly onReady: (frame: Frame) => void,
  ) {
    this.#design = design;
    this.element = element('iframe', { className: 'preview' });
    this.element.addEventListener('load', () => this.#loaded());
  }

  /** The checkout in it, once it stands. */
  get tag(): HTMLElement | null {
    if (this.element.dataset['playing'] !== undefined) return null;
    return this.element.contentDocument?.querySelector('florin-checkout') ?? null;
  }

  get resolved(): Resolved | null {
    return this.tag && resolvedIn(this.tag);
  }

  show({ state, locale, dir }: Scene): void {
    const scene = [state, locale, dir].join(' ');
    if (scene === this.#scene) return;
    this.#scene = scene;
    this.#sheet = null;
    const [view = '', name = ''] = state.split('.');
    const settings = new URLSearchParams({ view, state: name, locale, theme: this.scheme });
    if (dir) settings.set('dir', dir);
    for (const [choice, value] of Object.entries(this.#design.choices))
      if (isOnTag(choice)) settings.set(choice, value);
    this.element.dataset['playing'] = '';
    this.element.title = `${state.replace('.', ': ').replaceAll('_', ' ')}, ${this.scheme}`;
    // In place of the last one: the way back leads out of the studio and not through its frames.
    if (this.element.contentWindow) this.element.contentWindow.location.replace(`/gallery?${settings}`);
    else this.element.src = `/gallery?${settings}`;
  }

  dress(design: Design): void {
    this.#design = design;
    this.#sheet?.replaceSync(pageSheet(design));
    const { tag } = this;
    if (!tag) return;
    for (const name of choiceNames.filter(isOnTag)) {
      const value = design.choices[name] ?? null;
      if (value === null) tag.removeAttribute(name);
      else tag.setAttribute(name, value);
    }
    const layout = design.choices.layout ?? this.#ownLayout;
    if (layout === null) tag.removeAttribute('layout');
    else tag.setAttribute('layout', layout);
  }

  #loaded(): void {
    const page = this.element.contentDocument;
    const own = this.element.contentWindow as (Window & typeof globalThis) | null;
    if (!page || !own || page.URL === 'about:blank') return;
    this.#sheet = new own.CSSStyleSheet();
    page.adoptedStyleSheets = [...page.adoptedStyleSheets, this.#sheet];
    this.dress(this.#design);
    new own.ResizeObserver(() => this.#fit(page)).observe(page.body);
    const look = (): boolean => {
      if (!page.documentElement.hasAttribute('data-ready')) return false;
      giveFocusBack();
      delete this.element.dataset['playing'];
      this.#ownLayout = this.tag?.getAttribute('layout') ?? null;
      this.dress(this.#design);
      this.onReady(this);
      return true;
    };
    if (look()) return;
    const observer = new own.MutationObserver(() => look() && observer.disconnect());
    observer.observe(page.documentElement, { attributeFilter: ['data-ready'] });
  }

  /** As high as what is in it. */
  #fit(page: Document): void {
    this.element.style.setProperty('block-size', `${Math.ceil(page.body.getBoundingClientRect().height)}px`);
  }
}

/** Each frame shows its own scheme, and the layout is the state's own where the design has none. */
function isOnTag(choice: string): boolean {
  return choice !== 'theme' && choice !== 'layout';
}

const { definition } = tokenNamed.get('colorBackground') ?? {};
const ground = `light-dark(${[definition?.$value, definition?.$extensions?.['florin.checkout']?.dark]
  .map((value) => cssFromValue('color', value))
  .join(', ')})`;

/** The tokens on the page, whose ground is what the checkout stands on; the tag is as wide as the frame. */
function pageSheet(design: Design): string {
  return `:root { ${declarationsOf(design).join(' ')} background: var(--florin-color-background, ${ground}) }
:root body main { max-inline-size: none; padding: 20px }`;
}
