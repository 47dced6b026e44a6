import { untilLoaded } from './until-loaded.js';

const loaders = {
  'brand-mark': () => import('../define/brand-mark.js'),
  'card-picture': () => import('../define/card-picture.js'),
  'method-icon': () => import('../define/method-icon.js'),
};
const asked = new Set<string>();

/** Fetches an element that is only looked at: its place is kept, and nothing waits for it. */
export function needDrawing(name: keyof typeof loaders): void {
  if (asked.has(name)) return;
  asked.add(name);
  void untilLoaded<unknown>(loaders[name]);
}
