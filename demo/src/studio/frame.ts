import { declarationsOf } from './css-file.js';
import { choiceNames, type Design } from './design.js';
import { element } from './element.js';
import type { Resolved, Scheme } from './figures.js';
import { giveFocusBack } from './keep-focus.js';
import { resolvedIn } from './probe.js';

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
    const page = this.element.contentDocument;
    return page?.documentElement.hasAttribute('data-ready') ? page.querySelector('florin-checkout') : null;
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
      if (choice !== 'theme') settings.set(choice, value);
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
    for (const name of choiceNames) {
      const value = design.choices[name];
      if (name === 'theme') continue;
      if (value !== undefined) tag.setAttribute(name, value);
      // A state of the gallery may have a layout of its own.
      else if (name !== 'layout' || tag.dataset['dressed']) tag.removeAttribute(name);
    }
    if (design.choices['layout']) tag.dataset['dressed'] = '';
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

/** The tokens on the page, whose ground is what the checkout stands on; the tag is as wide as the frame. */
function pageSheet(design: Design): string {
  return `:root { ${declarationsOf(design).join(' ')} background: var(--florin-color-background, light-dark(#fff, #15171c)) }
:root body main { max-inline-size: none; padding: 20px }`;
}
