import { drawIndex } from './index-page.js';
import { drawState } from './state-page.js';
import { views } from './views.js';

const settings = new URLSearchParams(location.search);
const view = settings.get('view') ?? '';
const state = settings.get('state') ?? '';
const states = Object.hasOwn(views, view) ? views[view] : undefined;
const shown = states && Object.hasOwn(states, state) ? states[state] : undefined;

if (shown) await drawState(shown, `${view}, ${state}`, settings);
else drawIndex(settings);
