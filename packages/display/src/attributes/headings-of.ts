import { warnOnce } from './warn-once.js';

/** The tag of a heading, and of one a level below it: what an element says stands somewhere in the outline of a page. */
export function headingsOf(tag: string, level = 2): [string, string] {
  const isLevel = Number.isInteger(level) && level >= 1 && level <= 6;
  if (!isLevel) warnOnce(`<${tag}> has a heading of level 2: heading-level is not a number from 1 to 6.`);
  const top = isLevel ? level : 2;
  return [`h${top}`, `h${Math.min(6, top + 1)}`];
}
