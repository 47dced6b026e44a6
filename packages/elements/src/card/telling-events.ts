/** Events that tell what is typed or pasted to whoever listens around the card. */
const types = [
  'keydown',
  'keypress',
  'keyup',
  'paste',
  'copy',
  'cut',
  'drop',
  'compositionstart',
  'compositionupdate',
  'compositionend',
];

/** Keeps them inside. (A script of the page that listens in the capturing phase still hears them: only a frame prevents that.) */
export function keepInside(root: EventTarget): void {
  for (const type of types) root.addEventListener(type, stop);
}

/** Keys that move or command are the page's to hear. */
function stop(event: Event): void {
  const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
  const isCommand = key !== undefined && (key.length !== 1 || ctrlKey || metaKey || altKey);
  if (!isCommand) event.stopPropagation();
}
