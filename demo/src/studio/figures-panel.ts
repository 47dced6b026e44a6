import { element, inPage } from './element.js';
import { schemes, suggestionsFor, type Figure, type Scheme, type Suggestion } from './figures.js';
import { needs, pairs } from './pairs.js';
import { titleOf, tokenNamed, type VariableName } from './tokens.js';

/** How well the pairs are read: those that fail first, with what to change; then all of them. */
export class FiguresPanel {
  readonly #summary = inPage<HTMLElement>('summary');
  readonly #failing = inPage<HTMLElement>('failing');
  readonly #table = inPage<HTMLTableSectionElement>('figures');
  #shown = '';

  constructor(private readonly use: (suggestion: Suggestion) => void) {}

  show(figures: readonly Figure[]): void {
    const failing = figures.filter(({ passes }) => !passes);
    const words =
      failing.length === 0
        ? `All ${pairs.length} pairs pass AA, in light and in dark.`
        : `${failing.length} of ${figures.length} figures fail AA.`;
    // Said aloud when it becomes another, and not at each turn of a knob.
    if (this.#summary.textContent !== words) this.#summary.textContent = words;
    this.#summary.dataset['passes'] = String(failing.length === 0);
    const print = JSON.stringify(figures.map(({ front, back, ratio }) => [front, back, ratio]));
    if (print === this.#shown) return;
    this.#shown = print;
    this.#failing.replaceChildren(...failing.map((figure) => this.#fault(figure)));
    this.#table.replaceChildren(...rowsOf(figures));
  }

  /** What has been shown is of another design. */
  wait(): void {
    this.#summary.textContent = 'The checkout is being drawn.';
    delete this.#summary.dataset['passes'];
  }

  #fault(figure: Figure): HTMLElement {
    const { pair, scheme, ratio, need } = figure;
    const ways = suggestionsFor(figure).map((suggestion) => this.#way(suggestion));
    return element(
      'li',
      { data: { scheme, pair: `${pair.front}/${pair.back}`, ratio: String(ratio) } },
      sample(figure),
      element(
        'div',
        {},
        element(
          'p',
          {},
          element('strong', { textContent: pair.where }),
          `, ${scheme}: ${figureOf(ratio)}, needs ${need}:1`,
        ),
        element('p', { className: 'ways' }, `Change ${nameOf(pair.front)} or ${nameOf(pair.back)}:`),
        element('div', { className: 'ways' }, ...ways),
      ),
    );
  }

  #way(suggestion: Suggestion): HTMLElement {
    const { name, value, scheme } = suggestion;
    const dot = element('span', { className: 'dot' });
    dot.style.setProperty('background', value);
    const button = element('button', { type: 'button' }, dot, `${nameOf(name)} ${value}`);
    button.setAttribute('aria-label', `Set ${nameOf(name)} to ${value} in ${scheme}`);
    button.addEventListener('click', () => this.use(suggestion));
    return button;
  }
}

function rowsOf(figures: readonly Figure[]): HTMLElement[] {
  return pairs.map((pair) => {
    const ofPair = schemes.map((scheme) => figures.find((figure) => figure.pair === pair && figure.scheme === scheme));
    const about = `${nameOf(pair.front)} on ${nameOf(pair.back)}, ${needs[pair.kind]}:1`;
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, pair.where, element('span', { className: 'about', textContent: about })),
      ...ofPair.map((figure, index) => cellOf(figure, schemes[index] ?? 'light')),
    );
  });
}

function cellOf(figure: Figure | undefined, scheme: Scheme): HTMLElement {
  if (!figure) return element('td', { data: { scheme } });
  const { passes, ratio, front, back } = figure;
  return element(
    'td',
    { data: { scheme, passes: String(passes), front: front ?? '', back: back ?? '' } },
    sample(figure),
    element('span', { className: 'ratio', textContent: ratio.toFixed(2) }),
    element('span', { className: 'unseen', textContent: passes ? ' pass' : ' fail' }),
  );
}

/** How the two look together. It is seen beside its figure, so that nothing has to be read in it. */
function sample({ pair, front, back }: Figure): HTMLElement {
  const made = element('span', { className: `sample ${pair.kind}`, aria: { hidden: 'true' } });
  made.style.setProperty('background', back ?? 'transparent');
  made.style.setProperty('color', front ?? 'transparent');
  return made;
}

function figureOf(ratio: number): string {
  return `${ratio.toFixed(2)}:1`;
}

function nameOf(name: VariableName): string {
  const token = tokenNamed.get(name);
  return token ? titleOf(token) : name;
}
