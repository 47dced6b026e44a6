import type { Destination } from './destination.js';

/** Posts to a page, here (`_self`) or in a window of that name, from where `place` stands. */
export function postForm({ url, posted }: Destination, target: string, place: ParentNode): void {
  const form = document.createElement('form');
  const attributes = { action: url.href, method: 'post', target, 'accept-charset': 'utf-8' };
  for (const [name, value] of Object.entries(attributes)) form.setAttribute(name, value);
  form.hidden = true;
  for (const [name, value] of posted ?? [])
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  place.append(form);
  // Taken from the prototypes: a param may be called `submit`, or `remove`.
  HTMLFormElement.prototype.submit.call(form);
  Element.prototype.remove.call(form);
}
