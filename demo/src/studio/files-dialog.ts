import { accepts } from './accepted.js';
import { toAppearance } from './appearance-file.js';
import { toCss } from './css-file.js';
import type { Design } from './design.js';
import { toDtcg } from './dtcg-file.js';
import { element, inPage } from './element.js';
import type { Resolved, Scheme } from './figures.js';
import { readFile } from './import-file.js';
import type { Reading } from './reading.js';

export type BothResolved = Readonly<Record<Scheme, Resolved>>;

const formats: Readonly<Record<string, { file: string; write(design: Design, resolved: BothResolved): string }>> = {
  css: { file: 'florin-theme.css', write: toCss },
  appearance: { file: 'florin-appearance.json', write: toAppearance },
  dtcg: { file: 'florin.changed.tokens.json', write: (design, resolved) => toDtcg(design, resolved, true) },
  full: { file: 'florin.tokens.json', write: (design, resolved) => toDtcg(design, resolved, false) },
};

/** Takes the design along: to be copied, or as a file. */
export function exportDialog(current: () => { design: Design; resolved: BothResolved | null }): void {
  const dialog = inPage<HTMLDialogElement>('export');
  const text = inPage<HTMLTextAreaElement>('exported');
  const said = inPage<HTMLElement>('export-said');
  const format = () => formats[dialog.querySelector<HTMLInputElement>('[name=format]:checked')?.value ?? ''];

  const write = (): void => {
    const { design, resolved } = current();
    text.value = resolved ? (format()?.write(design, resolved) ?? '') : '';
    said.textContent = '';
  };
  dialog.addEventListener('change', write);
  inPage('open-export').addEventListener('click', () => {
    write();
    dialog.showModal();
  });
  inPage('copy').addEventListener('click', () => void copy(text.value, said));
  inPage('download').addEventListener('click', () => {
    const address = URL.createObjectURL(new Blob([text.value]));
    element('a', { href: address, download: format()?.file ?? '' }).click();
    URL.revokeObjectURL(address);
    said.textContent = 'Saved as a file.';
  });
}

export async function copy(text: string, said: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = 'Copied.';
  } catch {
    said.textContent = 'The browser does not let this page copy. Select the text and copy it yourself.';
  }
}

/** Reads a design that was pasted, or chosen as a file. */
export function importDialog(take: (reading: Reading) => void): void {
  const dialog = inPage<HTMLDialogElement>('import');
  const text = inPage<HTMLTextAreaElement>('imported');
  const file = inPage<HTMLInputElement>('import-file');
  const fault = inPage<HTMLElement>('import-fault');

  inPage('open-import').addEventListener('click', () => {
    fault.textContent = '';
    dialog.showModal();
  });
  file.addEventListener('change', () => {
    void file.files?.[0]?.text().then((read) => {
      text.value = read;
    });
  });
  inPage('use').addEventListener('click', () => {
    try {
      take(readFile(text.value, accepts));
      dialog.close();
    } catch (error) {
      fault.textContent = (error as Error).message;
      text.focus();
    }
  });
}
