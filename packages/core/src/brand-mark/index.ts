export { brandName } from '../card/brand-name.js';
export { drawMark, MARK_HEIGHT } from './mark-drawing.js';
export type { MarkDrawing } from './mark-drawing.js';
export { linesOf } from './mark-lines.js';
export { schemeOf } from './scheme.js';
