import type { SheetState } from './sheets.js';
import { elementsIn } from './stage.js';
import { views } from './views.js';
import { wordsOf } from './words-of.js';

/** So many pages are drawn at a time. */
const AT_ONCE = 4;
/** A window's height while a state is played; it is then cut to what it holds. */
const HEIGHT = 1000;

/** States side by side, each in a page of its own: what one does to its page (focus, clipboard, window) is not the next one's. */
export async function drawSheet(
  states: readonly SheetState[],
  title: string,
  settings: URLSearchParams,
): Promise<void> {
  document.title = `${title} · Florin`;
  document.documentElement.dataset['theme'] = settings.get('theme') ?? '';
  document.body.className = 'sheet';
  const heading = document.createElement('h1');
  heading.textContent = wordsOf(title);
  const sheet = document.createElement('div');
  const figures = states.map((state) => figureOf(state, settings));
  const [width, ...others] = new Set(figures.map(({ frame }) => Number(frame.width)));
  if (width && others.length === 0) {
    sheet.dataset['columns'] = '';
    sheet.style.setProperty('--column', `${width + 2}px`);
  }
  sheet.append(...figures.map(({ figure }) => figure));
  document.querySelector('main')?.append(heading, sheet);

  const waiting = figures.filter(({ isPlayed }) => !isPlayed);
  const next = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) await one.load();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  // These move the focus, and there is but one: it is left where it is looked at.
  for (const { isPlayed, isFocused, load } of figures) if (isPlayed && !isFocused) await load();
  window.focus();
  await figures.find(({ isFocused }) => isFocused)?.load();
  // What came a moment later has its room too.
  for (const { frame } of figures) fit(frame);
  document.documentElement.dataset['ready'] = '';
}

function figureOf({ view, state, settings: own = {} }: SheetState, settings: URLSearchParams) {
  const { sheet: _, ...chosen } = Object.fromEntries(settings);
  const all = new URLSearchParams({ ...chosen, ...own, view, state });
  const { act, isFocused = false } = views[view]?.[state] ?? {};
  const figure = document.createElement('figure');
  const caption = document.createElement('figcaption');
  const link = document.createElement('a');
  const frame = document.createElement('iframe');
  link.href = `/gallery?${all}`;
  link.textContent = [wordsOf(view), wordsOf(state), ...Object.values(own)].join(' · ');
  frame.title = link.textContent;
  // The page's own margins are beside the width that is asked for.
  frame.width = `${(Number(all.get('width')) || 512) + 32}`;
  frame.height = `${HEIGHT}`;
  caption.append(link);
  figure.append(caption, frame);
  return { figure, frame, isFocused, isPlayed: act !== undefined, load: () => load(frame, link.href) };
}

async function load(frame: HTMLIFrameElement, address: string): Promise<void> {
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
    frame.src = address;
  });
  const page = frame.contentDocument?.documentElement;
  if (page) await becomesReady(page);
  fit(frame);
}

/** As high as what is in it. A bank's page measures the window: that is left as it is. */
function fit(frame: HTMLIFrameElement): void {
  const page = frame.contentDocument?.documentElement;
  if (!page || elementsIn(page).some((element) => element.matches('iframe:not([hidden]), dialog[open]'))) return;
  const height = page.querySelector('main')?.getBoundingClientRect().height ?? HEIGHT;
  frame.height = `${Math.ceil(height)}`;
}

function becomesReady(page: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (page.dataset['ready'] === undefined) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(page, { attributes: true });
    look();
  });
}
