import { sheets } from './sheets.js';
import { views } from './views.js';
import { wordsOf } from './words-of.js';

/** All states as links, grouped by view; what is chosen above them goes along in each. */
export function drawIndex(settings: URLSearchParams): void {
  const main = document.querySelector('main');
  const template = document.querySelector<HTMLTemplateElement>('#index');
  if (!main || !template) return;
  main.append(template.content.cloneNode(true));
  const form = main.querySelector('form');
  const list = main.querySelector('#views');
  if (!form || !list) return;
  for (const select of form.querySelectorAll('select')) select.value = settings.get(select.name) ?? select.value;
  form.addEventListener('change', draw);
  // Coming back, a browser may have kept what was chosen.
  addEventListener('pageshow', draw);
  draw();

  function draw(): void {
    const chosen = [...new FormData(form as HTMLFormElement)].filter(([, value]) => value !== '') as [string, string][];
    list?.replaceChildren(
      ...Object.keys(views).map((view) => sectionOf(view, chosen)),
      sectionWith('across the views', sheetsAlone, chosen),
    );
  }
}

/** Those that are not of one view. */
const sheetsAlone = Object.keys(sheets)
  .filter((sheet) => !Object.hasOwn(views, sheet))
  .map((sheet): Link => [wordsOf(sheet), [['sheet', sheet]]]);

type Settings = [name: string, value: string][];
type Link = [words: string, settings: Settings];

function sectionOf(view: string, chosen: Settings): HTMLElement {
  const states = Object.keys(views[view] ?? {}).map((state): Link => [
    wordsOf(state),
    [
      ['view', view],
      ['state', state],
    ],
  ]);
  return sectionWith(wordsOf(view), [['all of them', [['sheet', view]]], ...states], chosen);
}

function sectionWith(words: string, links: readonly Link[], chosen: Settings): HTMLElement {
  const section = document.createElement('section');
  const title = document.createElement('h2');
  title.textContent = words;
  const list = document.createElement('ul');
  list.append(...links.map((link) => itemOf(link, chosen)));
  section.append(title, list);
  return section;
}

function itemOf([words, settings]: Link, chosen: Settings): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = `/gallery?${new URLSearchParams([...settings, ...chosen])}`;
  link.textContent = words;
  item.append(link);
  return item;
}
