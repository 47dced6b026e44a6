import { sheets } from './sheets.js';
import { stopTime } from './stopped-time.js';
import { views } from './views.js';

const settings = new URLSearchParams(location.search);
const view = settings.get('view') ?? '';
const state = settings.get('state') ?? '';
const sheet = settings.get('sheet') ?? '';
const states = Object.hasOwn(views, view) ? views[view] : undefined;
const shown = states && Object.hasOwn(states, state) ? states[state] : undefined;
const onSheet = Object.hasOwn(sheets, sheet) ? sheets[sheet] : undefined;

if (settings.get('font') === 'fixed') {
  stopTime();
  await (await import('./fixed-fonts.js')).fixFonts();
}

// A sheet has no tag of its own, and the index has none at all.
if (shown) await (await import('./state-page.js')).drawState(shown, `${view}, ${state}`, settings);
else if (onSheet) await (await import('./sheet-page.js')).drawSheet(onSheet, sheet, settings);
else (await import('./index-page.js')).drawIndex(settings);
