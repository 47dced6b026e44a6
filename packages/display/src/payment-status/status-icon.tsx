import { h } from '@stencil/core';
import type { Sign } from './telling.js';

const strokes: Record<Sign, string> = {
  waiting: 'M24 13v11l7 5',
  success: 'M14 25l7 7 14-16',
  failure: 'M16 16l16 16M32 16L16 32',
  warning: 'M24 13v14M24 33v1',
  returned: 'M20 15l-7 7 7 7M14 22h13a6 6 0 0 1 0 12h-5',
};

/** A sign for the eye; the words beside it say the same, so that neither colour nor shape is the only one. */
export function statusIcon(sign: Sign) {
  return (
    <svg part="icon" class="icon" viewBox="0 0 48 48" aria-hidden="true">
      <circle cx="24" cy="24" r="22" />
      <path d={strokes[sign]} />
    </svg>
  );
}
