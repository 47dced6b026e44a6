import { word } from './language.js';
import { byId } from './page.js';

/** A panel with the test cards. It is no modal: one copies a number here and pastes it in the form beside it. */
export function startScenarios(): void {
  const opener = byId<HTMLButtonElement>('open-scenarios');
  const drawer = byId<HTMLDialogElement>('scenarios');

  opener.addEventListener('click', () => void open());
  byId('close-scenarios').addEventListener('click', close);
  drawer.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });

  async function open(): Promise<void> {
    if (drawer.open) return close();
    const { testCards } = await import('@florin/sandbox/test-cards');
    byId('scenario-list').replaceChildren(tableOf(testCards));
    drawer.show();
    byId('scenarios-title').focus();
  }

  function close(): void {
    if (!drawer.open) return;
    drawer.close();
    opener.focus();
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
