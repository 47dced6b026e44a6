import { expect, type Page } from '@playwright/test';

/** What somebody keeps of a card, by what forms call it (`autocomplete`). */
export type KeptCard = Partial<Record<'cc-number' | 'cc-exp' | 'cc-csc' | 'cc-name', string>>;

export const keptCard: KeptCard = {
  'cc-number': '4242424242424242',
  'cc-exp': '12/2042',
  'cc-csc': '123',
  'cc-name': 'ADA LOVELACE',
};

export type Manager = 'bitwarden' | 'keepassxc' | 'onepassword' | 'letters' | 'typed' | 'safari' | 'silent';

/** Runs in the page: what each of them does to a field, and the time it takes for it. */
function definePasswordManagers(): void {
  type Fill = (field: HTMLInputElement, value: string) => void | Promise<void>;
  const later = (ms: number) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms);
    });
  const event = (field: Element, type: string) => field.dispatchEvent(new Event(type, { bubbles: true }));
  const key = (field: Element, type: string, name = '') =>
    field.dispatchEvent(new KeyboardEvent(type, { bubbles: true, key: name }));

  const fills: Record<string, Fill> = {
    // bitwarden/clients, apps/browser/src/autofill/services/insert-autofill-content.service.ts: for each field the actions
    // click_on_opid, focus_by_opid, fill_by_opid, 20 ms apart.
    async bitwarden(field, value) {
      const clickAndFocus = (keepsValue: boolean) => {
        field.click();
        const kept = keepsValue ? field.value : '';
        field.focus();
        if (kept) field.value = kept;
      };
      const keys = () => {
        for (const type of ['keydown', 'keyup']) field.dispatchEvent(new KeyboardEvent(type, { bubbles: true }));
      };
      await later(20);
      field.click();
      await later(20);
      if (document.activeElement === field) field.blur();
      clickAndFocus(true);
      await later(20);
      if (field.value === value || field.disabled || field.readOnly) return;
      const initial = field.value;
      clickAndFocus(false);
      keys();
      if (field.value !== initial) field.value = initial;
      field.value = value;
      keys();
      if (field.value !== value) field.value = value;
      event(field, 'input');
      event(field, 'change');
      field.classList.add('com-bitwarden-browser-animated-fill');
      void later(200).then(() => field.classList.remove('com-bitwarden-browser-animated-fill'));
    },

    // keepassxreboot/keepassxc-browser, keepassxc-browser/content/keepassxc-browser.js, setValueWithChange: all events once
    // before the value is there.
    keepassxc(field, value) {
      field.focus();
      for (const type of ['keydown', 'keypress', 'keyup']) key(field, type);
      event(field, 'input');
      event(field, 'change');
      field.value = value;
      event(field, 'input');
      event(field, 'change');
    },

    // 1Password, as quoted in braintree/braintree-web#262: blurs, and writes its own text again where the page emptied it.
    onepassword(field, value) {
      field.focus();
      field.value = value;
      const written = field.value;
      for (const type of ['keydown', 'keypress', 'keyup']) key(field, type);
      event(field, 'input');
      event(field, 'change');
      field.blur();
      if (field.value === '') field.value = written;
    },

    // Letter by letter, each with its key: what managers do for pages that listen to keys alone.
    async letters(field, value) {
      field.focus();
      field.value = '';
      event(field, 'input');
      for (const letter of value) {
        key(field, 'keydown', letter);
        key(field, 'keypress', letter);
        field.value += letter;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, data: letter, inputType: 'insertText' }));
        key(field, 'keyup', letter);
        await later(0);
      }
      event(field, 'change');
      field.blur();
    },

    // As the customer would type it: DOM editing, which brings `beforeinput` too.
    typed(field, value) {
      field.focus();
      field.select();
      for (const letter of value) document.execCommand('insertText', false, letter);
    },

    // Safari on iOS sends no key, and `input` as a CustomEvent (braintree/restricted-input#19, #21); the focus jumps from
    // field to field.
    safari(field, value) {
      field.focus();
      field.value = value;
      field.dispatchEvent(new CustomEvent('input', { bubbles: true }));
      event(field, 'change');
      field.blur();
    },

    silent(field, value) {
      field.value = value;
    },
  };

  /** Managers go through every shadow root that they can see into. */
  const fieldsIn = (root: ParentNode): HTMLInputElement[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element instanceof HTMLInputElement ? [element] : []),
      ...(element.shadowRoot ? fieldsIn(element.shadowRoot) : []),
    ]);
  const fieldsOf = (kept: Record<string, string>) =>
    fieldsIn(document).flatMap((field) => {
      const value = kept[field.autocomplete];
      return value === undefined ? [] : [{ field, value }];
    });

  Object.assign(globalThis, {
    passwordManagers: {
      fieldsIn: () => fieldsIn(document),
      async fill(name: string, kept: Record<string, string>) {
        for (const { field, value } of fieldsOf(kept)) await fills[name]?.(field, value);
      },
      /** Fills as soon as there are fields for all that is kept. */
      async watch(name: string, kept: Record<string, string>) {
        while (fieldsOf(kept).length < Object.keys(kept).length) await new Promise(requestAnimationFrame);
        await this.fill(name, kept);
      },
    },
  });
}

interface InPage {
  passwordManagers: Record<'fill' | 'watch', (name: Manager, kept: KeptCard) => Promise<void>> & {
    fieldsIn(): HTMLInputElement[];
  };
}

/** Before the page is opened. */
export const installManagers = (page: Page) => page.addInitScript(definePasswordManagers);

export const fillWith = (page: Page, manager: Manager, kept: KeptCard) =>
  page.evaluate(([name, card]) => (globalThis as unknown as InPage).passwordManagers.fill(name, card), [
    manager,
    kept,
  ] as const);

/** Done once it has found the fields, and filled them. */
export const watchWith = (page: Page, manager: Manager, kept: KeptCard) =>
  page.evaluate(([name, card]) => (globalThis as unknown as InPage).passwordManagers.watch(name, card), [
    manager,
    kept,
  ] as const);

interface Node {
  backendNodeId: number;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
}

/** Chromium's own autofill, as if the customer had chosen a kept card below the card number. */
export async function fillWithChromium(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('DOM.enable');
  const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
  const find = (node: Node): Node | undefined =>
    node.attributes?.includes('cc-number')
      ? node
      : [...(node.children ?? []), ...(node.shadowRoots ?? [])].map(find).find(Boolean);
  const field = find(root);
  if (!field) throw new Error('There is no card number on the page.');
  await client.send('Autofill.enable');
  // Chromium looks for forms now and then: one that it has not seen yet it cannot fill in.
  await expect(() =>
    client.send('Autofill.trigger', {
      fieldId: field.backendNodeId,
      card: { number: '4242424242424242', name: 'ADA LOVELACE', expiryMonth: '12', expiryYear: '2042', cvc: '123' },
    }),
  ).toPass();
  await client.detach();
}
