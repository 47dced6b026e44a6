import { describe, expect, it } from 'vitest';
import { checkHolder } from './index.js';
import type { HolderReason } from './index.js';

describe('the name on the card', () => {
  it.each([
    ['Ana Lopes'],
    ['ANA LOPES'],
    ['O'],
    ['Ng'],
    ["Zoë O'Neil-Lévesque"],
    ['Zoë O’Neil–Lévesque'],
    ['Renée Françoise d’Aubigné'],
    ['Þórður Ægisson'],
    ['Đặng Thị Ánh'],
    ['Иван Петров'],
    ['Γιώργος Παπαδόπουλος'],
    ['محمد بن سلمان'],
    ['דוד כהן'],
    ['山田 太郎'],
    ['김철수'],
    ['ศรีสุดา'],
    ['अमित शर्मा'],
    ['ক্ষিতীশ'],
    ['ነጋሶ ጊዳዳ'],
    ['J. SMITH 3RD'],
    ['JOHN SMITH JR.'],
    ['Dr. Müller, MBA'],
    ['3M COMPANY'],
    ['SMITH/JOHN MR'],
    ['AC/DC & Sons (24)'],
    ['Ana 😀'],
    ['X Æ A-12'],
    // Persian and Indic names are written with joiners.
    ['علی\u200cرضا'],
    ['ශ්\u200dරී ලංකා'],
    ['a'.repeat(255)],
  ])('%s', (name) => {
    expect(checkHolder(name)).toEqual({ state: 'valid', value: name });
  });

  it.each([
    ['  Ana   Lopes ', 'Ana Lopes'],
    ['Ana\u00a0Lopes', 'Ana Lopes'],
    ['Ana\tLopes', 'Ana Lopes'],
    ['Ana\r\nLopes', 'Ana Lopes'],
    ['Ana\u3000Lopes', 'Ana Lopes'],
    ['Ana \u200b Lopes', 'Ana Lopes'],
    ['Zoe\u0308', 'Zoë'],
    ['\u200fمحمد\u200e', 'محمد'],
    ['\u202eAna\u202c', 'Ana'],
    ['\u2066Ana\u2069', 'Ana'],
    ['\ufeffAna', 'Ana'],
    ['A\u00adna', 'Ana'],
    ['A\u0000n\u0007a\u001b', 'Ana'],
    ['An\u0085a', 'Ana'],
    ['Ana\ud83d', 'Ana'],
    ['\udc00Ana', 'Ana'],
  ])('%j is sent as %j', (text, value) => {
    expect(checkHolder(text)).toEqual({ state: 'valid', value });
  });

  it.each<[text: string, state: 'incomplete' | 'wrong', reason: HolderReason]>([
    ['', 'incomplete', 'empty'],
    [' ', 'incomplete', 'empty'],
    ['\u00a0\t\n', 'incomplete', 'empty'],
    ['\u200f\u200b', 'incomplete', 'empty'],
    ['\u0000', 'incomplete', 'empty'],
    ['-', 'incomplete', 'too_short'],
    ['.', 'incomplete', 'too_short'],
    ["'", 'incomplete', 'too_short'],
    ['😀', 'incomplete', 'too_short'],
    ['12', 'incomplete', 'too_short'],
    ['4242 4242 4242 4242', 'wrong', 'digits_in_name'],
    ['٤٢٤٢ ٤٢٤٢', 'wrong', 'digits_in_name'],
    ['Ana 4242424242424242', 'wrong', 'digits_in_name'],
    ['Ana 123', 'wrong', 'digits_in_name'],
    ['1Ana2Lopes3', 'wrong', 'digits_in_name'],
    ['04/42', 'wrong', 'digits_in_name'],
    ['a'.repeat(256), 'wrong', 'too_long'],
    ['山'.repeat(300), 'wrong', 'too_long'],
  ])('%j is %s: %s', (text, state, reason) => {
    expect(checkHolder(text)).toEqual({ state, reason });
  });
});
