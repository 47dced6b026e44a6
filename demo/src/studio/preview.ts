import type { Design } from './design.js';
import { element, inPage } from './element.js';
import { schemes, type Resolved, type Scheme } from './figures.js';
import { Frame, type Scene } from './frame.js';

/** What a designer looks at first when everything is to be seen at once. */
const board = [
  'card.empty',
  'card.errors',
  'card.declined',
  'methods.every_kind',
  'saved_card.list',
  'otp.dial_code',
  'status.paid',
];

/** The checkout in light and in dark, side by side: one state, or a board of several. */
export class Preview {
  readonly #place = inPage<HTMLElement>('panes');
  #frames: Frame[] = [];
  #states = '';
  #design: Design;

  constructor(
    design: Design,
    private readonly onReady: () => void,
  ) {
    this.#design = design;
  }

  /** `width`: of the tag, in CSS pixels. */
  look(scene: Scene, width: number, isBoard: boolean): void {
    const states = isBoard ? board : [scene.state];
    this.#place.style.setProperty('--width', `${width}px`);
    if (this.#states.split(' ').length !== states.length || this.#frames.length === 0) this.#build(states);
    this.#states = states.join(' ');
    for (const [index, state] of states.entries())
      for (const frame of this.#frames.slice(index * schemes.length, (index + 1) * schemes.length))
        frame.show({ ...scene, state });
    this.#place.classList.toggle('board', isBoard);
  }

  dress(design: Design): void {
    this.#design = design;
    for (const frame of this.#frames) frame.dress(design);
  }

  /** What the tokens come to, where a frame of each scheme stands. */
  get resolved(): Record<Scheme, Resolved> | null {
    const [light, dark] = schemes.map((scheme) => this.#frames.find((frame) => frame.scheme === scheme && frame.tag));
    const values = { light: light?.resolved, dark: dark?.resolved };
    return values.light && values.dark ? { light: values.light, dark: values.dark } : null;
  }

  #build(states: readonly string[]): void {
    this.#frames = states.flatMap(() => schemes.map((scheme) => new Frame(scheme, this.#design, this.onReady)));
    this.#place.replaceChildren(
      ...this.#frames.map((frame) =>
        element(
          'figure',
          { className: 'pane', data: { scheme: frame.scheme } },
          element('figcaption', { textContent: frame.scheme === 'light' ? 'Light' : 'Dark' }),
          frame.element,
        ),
      ),
    );
  }
}
