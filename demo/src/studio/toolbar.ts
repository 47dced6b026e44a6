import { views } from '../gallery/views.js';
import { wordsOf } from '../gallery/words-of.js';
import type { View } from './address.js';
import { inPage } from './element.js';

const first = { state: 'card.empty', locale: 'en', dir: '', width: '340', show: 'one' };

/** What is looked at: which state, in which language, how wide. */
export class Toolbar {
  readonly #form = inPage<HTMLFormElement>('toolbar');
  readonly #width = inPage<HTMLOutputElement>('width-said');

  constructor(view: View, onChange: () => void) {
    const state = this.#field('state') as HTMLSelectElement;
    for (const [name, states] of Object.entries(views)) {
      const group = document.createElement('optgroup');
      group.label = wordsOf(name);
      group.append(
        ...Object.keys(states).map((each) => new Option(`${wordsOf(name)}: ${wordsOf(each)}`, `${name}.${each}`)),
      );
      state.append(group);
    }
    this.set(view);
    this.#form.addEventListener('input', () => {
      this.#say();
      onChange();
    });
  }

  /** What an address may say that is no state of the gallery is not looked at. */
  set(view: View): void {
    for (const [name, value] of Object.entries({ ...first, ...view })) {
      const field = this.#field(name);
      if (field instanceof RadioNodeList || field instanceof HTMLInputElement) field.value = value;
      else if (field && [...field.options].some((option) => option.value === value)) field.value = value;
    }
    this.#say();
  }

  get scene(): { state: string; locale: string; dir: string } {
    return { state: this.#value('state'), locale: this.#value('locale'), dir: this.#value('dir') };
  }

  get width(): number {
    return Number(this.#value('width'));
  }

  get isBoard(): boolean {
    return this.#value('show') === 'board';
  }

  /** What is not as it is at first: an address is short. */
  get view(): View {
    return Object.fromEntries(
      Object.entries(first).flatMap(([name, value]) => {
        const now = this.#value(name);
        return now === value ? [] : [[name, now]];
      }),
    );
  }

  #say(): void {
    this.#width.value = `${this.width} px`;
  }

  #field(name: string): HTMLSelectElement | HTMLInputElement | RadioNodeList | null {
    return this.#form.elements.namedItem(name) as HTMLSelectElement | HTMLInputElement | RadioNodeList | null;
  }

  #value(name: string): string {
    return this.#field(name)?.value ?? '';
  }
}
