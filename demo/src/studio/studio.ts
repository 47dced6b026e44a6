import { accepts } from './accepted.js';
import { fromAddress, toAddress } from './address.js';
import { choicesPanel } from './choices-panel.js';
import { painted } from './contrast.js';
import { bySchemes, fromSchemes, plain, withChoice, withVariable, type Design } from './design.js';
import { inPage } from './element.js';
import { beneath, figuresOf, schemes, type Suggestion } from './figures.js';
import { FiguresPanel } from './figures-panel.js';
import { copy, exportDialog, importDialog } from './files-dialog.js';
import { keepFocus } from './keep-focus.js';
import { presets } from './presets.js';
import { Preview } from './preview.js';
import type { Reading } from './reading.js';
import { tokenPanel } from './token-panel.js';
import { Toolbar } from './toolbar.js';

/** Of ms: a browser lets a page write its address only so often. */
const REST = 250;

const begun = fromAddress(location.hash, accepts);
let design = begun.design;
let resolved: Preview['resolved'] = null;
let frame = 0;
let rest: ReturnType<typeof setTimeout> | undefined;

const preset = inPage<HTMLSelectElement>('preset');
const choicePanel = choicesPanel(inPage('choices'), (name, value) => change(withChoice(design, name, value)));
const controls = tokenPanel(inPage('tokens'), ({ name }, value) => change(withVariable(design, name, value)));
const figures = new FiguresPanel(follow);
const toolbar = new Toolbar(begun.view, look);
const preview = new Preview(design, drawSoon);

preset.append(...Object.keys(presets).map((name) => new Option(name, name)));
preset.addEventListener('change', () => {
  const chosen = presets[preset.value];
  if (chosen) change(chosen);
});
inPage('reset').addEventListener('click', () => change(plain));
inPage('share').addEventListener('click', () => {
  write();
  void copy(location.href, inPage('said'));
});
exportDialog(() => ({ design, resolved }));
importDialog(take);
// An address that is written by hand, or gone back to.
addEventListener('hashchange', () => {
  const reading = fromAddress(location.hash, accepts);
  toolbar.set(reading.view);
  take(reading);
  look();
});

keepFocus();
look();
take(begun);

function take({ design: read, left }: Reading): void {
  say(left.length > 0 ? `Left out: ${left.join(' ')}` : '');
  change(read);
}

function change(next: Design): void {
  design = next;
  preset.value = Object.keys(presets).find((name) => isSame(presets[name], design)) ?? '';
  preview.dress(design);
  choicePanel.show(design);
  drawSoon();
  writeSoon();
}

function look(): void {
  preview.look(toolbar.scene, toolbar.width, toolbar.isBoard);
  writeSoon();
}

function follow({ name, scheme, value }: Suggestion): void {
  const [light = '', dark = ''] = schemes.map((each) => painted([beneath[each], resolved?.[each][name] ?? '']) ?? '');
  const now = bySchemes(design.variables[name] ?? fromSchemes({ light, dark }));
  change(withVariable(design, name, fromSchemes({ ...now, [scheme]: value })));
}

/** Once for all that changes before the next picture. */
function drawSoon(): void {
  if (frame === 0) frame = requestAnimationFrame(draw);
}

function draw(): void {
  frame = 0;
  resolved = preview.resolved;
  controls.show(design, resolved);
  const address = toAddress(design, {});
  if (!resolved) {
    if (document.documentElement.dataset['shown'] !== address) figures.wait();
    return;
  }
  const { light, dark } = resolved;
  figures.show([...figuresOf(light, 'light'), ...figuresOf(dark, 'dark')]);
  document.documentElement.dataset['shown'] = address;
}

function writeSoon(): void {
  clearTimeout(rest);
  rest = setTimeout(write, REST);
}

function write(): void {
  clearTimeout(rest);
  history.replaceState(null, '', `#${toAddress(design, toolbar.view)}`);
}

function say(words: string): void {
  inPage('said').textContent = words;
}

function isSame(one: Design | undefined, other: Design): boolean {
  return one !== undefined && toAddress(one, {}) === toAddress(other, {});
}
