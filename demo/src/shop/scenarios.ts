import { word } from './language.js';
import { byId } from './page.js';

/** As in shop.css: from here on the page makes room for the panel. */
const WIDE = '(min-width: 60rem)';

/** A panel with the test cards: beside the form one pastes them in where there is room, over the page elsewhere. */
export function startScenarios(): void {
  const opener = byId<HTMLButtonElement>('open-scenarios');
  const drawer = byId<HTMLDialogElement>('scenarios');

  opener.addEventListener('click', () => void open());
  byId('close-scenarios').addEventListener('click', close);
  // Escape closes a modal dialog by itself.
  drawer.addEventListener('close', () => opener.focus());
  drawer.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });

  async function open(): Promise<void> {
    if (drawer.open) return close();
    const { lookupCards, testCards } = await import('@florin/sandbox/test-cards');
    byId('scenario-list').replaceChildren(tableOf([...testCards, ...lookupCards]));
    // Over the page it has to be modal, or the focus could move to what it hides.
    if (matchMedia(WIDE).matches) drawer.show();
    else drawer.showModal();
    byId('scenarios-title').focus();
  }

  function close(): void {
    if (drawer.open) drawer.close();
  }
}

function tableOf(cards: readonly { number: string; what: string }[]): HTMLTableElement {
  const table = document.createElement('table');
  table.setAttribute('aria-labelledby', 'scenarios-title');
  const head = table.createTHead().insertRow();
  for (const name of ['card', 'happens', 'copy'] as const) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = word(name);
    head.append(cell);
  }
  const body = table.createTBody();
  for (const { number, what } of cards) {
    const row = body.insertRow();
    const name = document.createElement('th');
    name.scope = 'row';
    name.dir = 'ltr';
    name.textContent = spaced(number);
    row.append(name);
    const cell = row.insertCell();
    // The table is written in English only.
    cell.lang = 'en';
    cell.dir = 'ltr';
    cell.textContent = what;
    row.insertCell().append(copyButton(number));
  }
  return table;
}

function copyButton(number: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = word('copy');
  button.setAttribute('aria-label', `${word('copy')} ${spaced(number)}`);
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(number);
    byId('copied').textContent = `${word('copied')}: ${spaced(number)}`;
  });
  return button;
}

function spaced(number: string): string {
  return number.replace(/(.{4})(?=.)/g, '$1 ');
}
