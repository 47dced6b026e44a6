import { views } from './views.js';

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
    list?.replaceChildren(...Object.keys(views).map((view) => sectionOf(view, chosen)));
  }
}

function sectionOf(view: string, chosen: [string, string][]): HTMLElement {
  const section = document.createElement('section');
  const title = document.createElement('h2');
  title.textContent = wordsOf(view);
  const list = document.createElement('ul');
  list.append(...Object.keys(views[view] ?? {}).map((state) => itemOf(view, state, chosen)));
  section.append(title, list);
  return section;
}

function itemOf(view: string, state: string, chosen: [string, string][]): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = `/gallery?${new URLSearchParams([['view', view], ['state', state], ...chosen])}`;
  link.textContent = wordsOf(state);
  item.append(link);
  return item;
}

function wordsOf(name: string): string {
  return name.replaceAll('_', ' ');
}
