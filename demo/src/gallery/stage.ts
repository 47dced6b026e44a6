import type { FlorinCheckout } from '@florin/elements';
import type { ScriptedCheckout } from './scripted-checkout.js';

/** ms after which what has not come is not coming: on a board, which the studio shows, all are drawn at once. */
const PATIENCE = 60_000;

/** Where a state is played: the tag, its scripted checkout, and the hands of the customer. */
export class Stage {
  constructor(
    readonly tag: FlorinCheckout,
    readonly checkout: ScriptedCheckout,
  ) {}

  /** The first element in sight that a selector finds in any root of the tag, once there is one. */
  async find<Type extends HTMLElement>(selector: string): Promise<Type> {
    const start = performance.now();
    while (performance.now() - start < PATIENCE) {
      const found = elementsIn(this.tag).find((element) => element.matches(selector) && isSeen(element));
      if (found) return found as Type;
      await frame();
    }
    throw new Error(`Nothing matches ${selector}.`);
  }

  /** Presses what a part names. */
  async press(part: string): Promise<void> {
    (await this.find(`[part~="${part}"]`)).click();
    await this.settled();
  }

  /** Types: what comes in one go is another matter to a field. */
  async write(selector: string, text: string): Promise<void> {
    const field = await this.find<HTMLInputElement>(selector);
    const how = { bubbles: true, composed: true, inputType: 'insertText' };
    for (const data of text) {
      field.value += data;
      field.dispatchEvent(new InputEvent('input', { ...how, data }));
    }
    await this.settled();
  }

  /** A browser may refuse to copy what nobody has pressed for: here it always does, or never. */
  clipboard(takes: boolean): void {
    const writeText = () => (takes ? Promise.resolve() : Promise.reject(new Error('Not allowed.')));
    Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
  }

  async pay(): Promise<void> {
    await this.tag.submit();
    await this.settled();
  }

  /** Everything that has been asked of the elements is drawn. */
  async settled(): Promise<void> {
    for (let round = 0; round < 3; round += 1) {
      await frame();
      // What is only looked at comes in files of its own.
      const awaited = elementsIn(this.tag).filter((element) => element.matches(':not(:defined)'));
      await Promise.all(awaited.map(({ localName }) => customElements.whenDefined(localName)));
      await Promise.all(
        elementsIn(this.tag).map((element) => (element as { updateComplete?: unknown }).updateComplete),
      );
    }
  }
}

/** The tag and everything in it, shadow roots included, in the order of the page. */
export function elementsIn(root: Element): HTMLElement[] {
  const inside = [...(root.shadowRoot?.children ?? []), ...root.children];
  return [root as HTMLElement, ...inside.flatMap(elementsIn)];
}

function isSeen(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
