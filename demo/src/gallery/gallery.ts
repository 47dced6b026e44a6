import { sheets } from './sheets.js';
import { stopTime } from './stopped-time.js';
import { views } from './views.js';

const settings = new URLSearchParams(location.search);
if (settings.get('font') === 'fixed') {
  stopTime();
  await (await import('./fixed-fonts.js')).fixFonts();
}

await draw(settings);
// Whoever looks at many states says the next address (`history.pushState`) and spares the page its way.
addEventListener('popstate', () => void draw(new URLSearchParams(location.search)));

async function draw(address: URLSearchParams): Promise<void> {
  const view = address.get('view') ?? '';
  const state = address.get('state') ?? '';
  const sheet = address.get('sheet') ?? '';
  const states = Object.hasOwn(views, view) ? views[view] : undefined;
  const shown = states && Object.hasOwn(states, state) ? states[state] : undefined;
  const onSheet = Object.hasOwn(sheets, sheet) ? sheets[sheet] : undefined;
  delete document.documentElement.dataset['ready'];
  document.querySelector('main')?.replaceChildren();

  // A sheet has no tag of its own, and the index has none at all.
  if (shown) await (await import('./state-page.js')).drawState(shown, `${view}, ${state}`, address);
  else if (onSheet) await (await import('./sheet-page.js')).drawSheet(onSheet, sheet, address);
  else (await import('./index-page.js')).drawIndex(address);
}
