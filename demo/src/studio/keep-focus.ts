let last: HTMLElement | null = null;

/**
 * A state of the gallery takes the focus while it is played: headings do when they come. In the studio the focus belongs to
 * whoever turns the knobs, so it goes back. A frame that stands may be gone into.
 */
export function keepFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && !(target instanceof HTMLIFrameElement)) last = target;
  });
  addEventListener('blur', giveFocusBack);
}

/** To what had it last, if a frame that is not yet to be gone into has taken it. */
export function giveFocusBack(): void {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLIFrameElement) || activeElement.dataset['playing'] === undefined) return;
  activeElement.blur();
  window.focus();
  last?.focus({ preventScroll: true });
}
