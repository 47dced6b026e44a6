import { word } from './language.js';
import { byId } from './page.js';
import { roomOf, type TestCardRow } from './providers.js';

/** As in shop.css: from here on the page makes room for the panel. */
const WIDE = '(min-width: 60rem)';

/**
 * A panel with the test cards of the provider that takes the money: beside the form one pastes them in where there is room,
 * over the page elsewhere.
 */
export function startTestCards(providerOf: () => string | undefined): { refresh(): void } {
  const opener = byId<HTMLButtonElement>('open-test-cards');
  const drawer = byId<HTMLDialogElement>('test-cards');

  opener.addEventListener('click', () => void open());
  byId('close-test-cards').addEventListener('click', close);
  // Escape closes a modal dialog by itself.
  drawer.addEventListener('close', () => opener.focus());
  drawer.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });

  return { refresh: () => drawer.open && void fill() };

  async function open(): Promise<void> {
    if (drawer.open) return close();
    await fill();
    // Over the page it has to be modal, or the focus could move to what it hides.
    if (matchMedia(WIDE).matches) drawer.show();
    else drawer.showModal();
    byId('test-cards-title').focus();
  }

  async function fill(): Promise<void> {
    const { cards, hint, hasPhone } = roomOf(providerOf());
    byId('test-card-list').replaceChildren(tableOf(await cards()));
    byId('test-cards-hint').dataset['text'] = hint;
    byId('test-cards-hint').textContent = word(hint);
    byId('phone').hidden = !hasPhone;
  }

  function close(): void {
    if (drawer.open) drawer.close();
  }
}

function tableOf(cards: readonly TestCardRow[]): HTMLTableElement {
  const table = document.createElement('table');
  table.setAttribute('aria-labelledby', 'test-cards-title');
  const head = table.createTHead().insertRow();
  for (const name of ['card', 'happens', 'copy'] as const) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = word(name);
    head.append(cell);
  }
  const body = table.createTBody();
  for (const card of cards) {
    const row = body.insertRow();
    const name = document.createElement('th');
    name.scope = 'row';
    name.dir = 'ltr';
    name.textContent = spaced(card.number);
    const parts = [card.expiry, card.cvc].filter((part) => part !== undefined);
    if (parts.length > 0) name.append(partsOf(parts));
    row.append(name);
    const cell = row.insertCell();
    // The table is written in English only.
    cell.lang = 'en';
    cell.dir = 'ltr';
    cell.textContent = card.what;
    const copies = row.insertCell();
    copies.className = 'copies';
    copies.append(copyButton(card.number, word('copy')));
    // A date or a code decides what happens: each is pasted into a field of its own.
    copies.append(...parts.map((part) => copyButton(part, part)));
  }
  return table;
}

function copyButton(text: string, label: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = label;
  button.setAttribute('aria-label', `${word('copy')} ${spaced(text)}`);
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text);
    byId('copied').textContent = `${word('copied')}: ${spaced(text)}`;
  });
  return button;
}

function partsOf(parts: string[]): HTMLElement {
  const line = document.createElement('div');
  line.textContent = parts.join(' · ');
  return line;
}

function spaced(text: string): string {
  return /^\d{12,}$/.test(text) ? text.replace(/(.{4})(?=.)/g, '$1 ') : text;
}
