import '@florin/elements/define/checkout';
import type { FlorinCheckout } from '@florin/elements';
import { directionOf } from '@florin/locale';
import type { GalleryState } from './gallery-state.js';
import { ScriptedCheckout } from './scripted-checkout.js';
import { elementsIn, Stage } from './stage.js';

/** What is there when a state has been drawn, unless it says so itself. */
const DRAWN = '[part~="heading"], [part~="button"]';

/** What the address may set on the tag, by the names of its attributes. */
const ofAppearance = ['theme', 'look', 'labels', 'inputs', 'layout'];

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

  const payment = state.inLanguage?.(state.payment, locale) ?? state.payment;
  const checkout = new ScriptedCheckout({ ...state, payment });
  // A part that stands alone is played upon as the whole is.
  const tag = ((await state.alone?.(locale)) ?? document.createElement('florin-checkout')) as FlorinCheckout;
  for (const name of ofAppearance) {
    const value = settings.get(name);
    if (value) tag.setAttribute(name, value);
  }
  Object.assign(tag, { locale, ...state.tag, checkout });
  // A whole one finds its direction by itself.
  if (state.alone) tag.dir = directionOf(locale);
  tag.append(...((await state.inside?.()) ?? []));
  document.querySelector('main')?.append(tag);

  const stage = new Stage(tag, checkout);
  await stage.find(state.shows ?? DRAWN);
  await stage.settled();
  await state.act?.(stage);
  await stage.settled();
  force(settings.get('dir'), tag);
  if (settings.get('font') === 'fixed') hideMachine(tag);
  root.dataset['ready'] = '';
}

/** A bank's page has the machine's own font, and the demo's port is not the same everywhere. */
function hideMachine(tag: Element): void {
  for (const element of elementsIn(tag)) {
    if (element instanceof HTMLIFrameElement && element.contentDocument?.body)
      element.contentDocument.body.hidden = true;
    for (const node of element.childNodes)
      if (node instanceof Text && node.data.includes(location.host))
        node.data = node.data.replaceAll(location.host, 'bank.example');
  }
}

/** The words stay in their language: a layout the other way round can be looked at by whoever reads only one. */
function force(direction: string | null, tag: Element): void {
  if (direction !== 'ltr' && direction !== 'rtl') return;
  document.documentElement.dir = direction;
  tag.shadowRoot?.querySelector('.root')?.setAttribute('dir', direction);
}
