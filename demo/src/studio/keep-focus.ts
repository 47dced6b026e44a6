/**
 * A state of the gallery takes the focus while it is played: headings do when they come. In the studio the focus belongs to
 * whoever turns the knobs, so it goes back. A frame that stands may be gone into.
 */
export function keepFocus(): void {
  let last: HTMLElement | null = null;
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && !(target instanceof HTMLIFrameElement)) last = target;
  });
  addEventListener('blur', () => {
    const { activeElement } = document;
    if (!(activeElement instanceof HTMLIFrameElement) || activeElement.dataset['playing'] === undefined) return;
    activeElement.blur();
    window.focus();
    last?.focus({ preventScroll: true });
  });
}
