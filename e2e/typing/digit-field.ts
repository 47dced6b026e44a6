import { digitsIn, FieldModel, type Standing } from './field-model.js';
import type { Seen } from './recorder.js';

/** Digits with a caret, shown in groups. */
export class DigitField extends FieldModel {
  constructor(private readonly group: (digits: string) => string) {
    super();
  }

  protected override replaced(text: string): Standing {
    const { from, to } = this.now;
    return this.spliced(from, to, digitsIn(text));
  }

  protected override removed(key: 'Backspace' | 'Delete', _before: Seen, raw: string | null): Standing {
    const { from } = this.now;
    const all = digitsIn(this.now.text).length;
    // At least a digit: a gap that is removed comes back at once, and the key would seem dead.
    const count = raw === null ? 1 : Math.max(1, all - digitsIn(raw).length);
    return key === 'Backspace'
      ? this.spliced(Math.max(0, from - count), from, '')
      : this.spliced(from, Math.min(all, from + count), '');
  }

  /** Browsers select what has been dropped. */
  protected override dropped(text: string, place: number): Standing {
    return { ...this.spliced(place, place, digitsIn(text)), from: place };
  }

  private spliced(from: number, to: number, added: string): Standing {
    const digits = digitsIn(this.now.text);
    const caret = from + added.length;
    return { text: this.group(digits.slice(0, from) + added + digits.slice(to)), from: caret, to: caret };
  }
}

/** As cards have their digits in print: American Express and Diners Club 4-6-5, all others by fours up to the sixteenth. */
export function groupNumber(digits: string): string {
  const isLong = /^(3[4789]|36|30[0-5]|3095)/.test(digits) && digits.length < 16;
  const groups = isLong ? /^(.{4})(.{0,6})(.*)$/ : /^(.{0,4})(.{0,4})(.{0,4})(.{0,4})(.*)$/;
  return (groups.exec(digits)?.slice(1) ?? [digits]).filter(Boolean).join(' ');
}
