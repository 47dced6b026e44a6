import '@florin/elements/define/checkout';
import type { GalleryState } from './gallery-state.js';
import { ScriptedCheckout } from './scripted-checkout.js';
import { Stage } from './stage.js';

/** What is there when a state has been drawn, unless it says so itself. */
const DRAWN = '[part~="heading"], [part~="button"]';

/** One tag and nothing else, in the state that the address names. `html[data-ready]`: it stands. */
export async function drawState(state: GalleryState, title: string, settings: URLSearchParams): Promise<void> {
  const root = document.documentElement;
  const locale = settings.get('locale') ?? 'en';
  const theme = settings.get('theme') ?? '';
  document.title = `${title} · Florin`;
  document.body.className = 'stage';
  root.lang = locale;
  root.dataset['theme'] = theme;
  const width = Number(settings.get('width'));
  if (width > 0) root.style.setProperty('--width', `${width}px`);

  const checkout = new ScriptedCheckout(state);
  const tag = document.createElement('florin-checkout');
  Object.assign(tag, { locale, theme, ...state.tag, checkout });
  document.querySelector('main')?.append(tag);

  const stage = new Stage(tag, checkout);
  await stage.find(state.shows ?? DRAWN);
  await stage.settled();
  await state.act?.(stage);
  await stage.settled();
  force(settings.get('dir'), tag);
  root.dataset['ready'] = '';
}

/** The words stay in their language: a layout the other way round can be looked at by whoever reads only one. */
function force(direction: string | null, tag: Element): void {
  if (direction !== 'ltr' && direction !== 'rtl') return;
  document.documentElement.dir = direction;
  tag.shadowRoot?.querySelector('.root')?.setAttribute('dir', direction);
}
