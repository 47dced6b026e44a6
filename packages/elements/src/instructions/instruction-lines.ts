import type { ActionOf } from '@florin/contract';
import { html } from 'lit';
import { ibanGroups } from './iban.js';

type Lines = ActionOf<'instructions'>['lines'];
type Line = Lines[number];

/** What is to be paid, where, and with which reference. */
export function renderLines(lines: Lines, renderValue: (line: Line) => unknown) {
  return html`<dl part="lines">
    ${lines.map(
      (line) => html`<div part="line" class="line">
        <dt part="label">${line.label}</dt>
        <dd>${renderValue(line)}</dd>
      </div>`,
    )}
  </dl>`;
}

/** A value as it is read: what parts an account number is drawn, so that a copy of it has no spaces. */
export function renderShown({ value }: Line): unknown {
  return ibanGroups(value)?.map((group) => html`<span class="group">${group}</span><wbr />`) ?? value;
}

/** A value as the bank's form takes it. */
export function copiedOf({ value }: Line): string {
  return ibanGroups(value)?.join('') ?? value;
}
