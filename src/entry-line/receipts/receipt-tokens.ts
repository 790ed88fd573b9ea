import { isWord, plainWords } from '../../vocabulary/lists.js';
import { isWeight, unitNamed } from '../amounts/units.js';

export interface Token {
  kind: Kind;
  text: string;
  at: number;
  spaced: boolean;
}

/**
 * n whole number, d price, w other decimal, b bar code, o times or at, c currency, s minus, p per, u pieces, k
 * weight, m before a weight, q before pieces, % share, t tax, W word.
 */
export type Kind = 'n' | 'd' | 'w' | 'b' | 'o' | 'c' | 's' | 'p' | 'u' | 'k' | 'm' | 'q' | '%' | 't' | 'W';

/** At the end of a line. */
export const CHARACTERS = 90;
const NUMBERS: [RegExp, Kind][] = [
  [/\d{1,2}(?:[.,]\d{1,3})? ?%/y, '%'],
  [/\d{1,4}[.,][-–—](?!\d)/y, 'd'],
  [/(?:\d{1,3}(?:[.,'’]\d{3}){1,2}|\d{0,5})[.,]\d\d(?![.,]?\d)/y, 'd'],
  [/\d{1,4}[.,]\d{1,4}(?![.,]?\d)/y, 'w'],
  [/\d{6,20}(?:KI|KF)?(?![.,]?\d)/y, 'b'],
  [/\d{1,4}(?![.,]?\d)/y, 'n'],
];
const SIGNS: [RegExp, Kind][] = [
  [/[×*@]|x(?=\d)/iy, 'o'],
  [/[€$£]/y, 'c'],
  [/[-−–]/y, 's'],
  [/\//y, 'p'],
  [/#/y, 't'],
];
const LETTERS = /\p{L}+(?:\d(?![.,\d]))?[.:]?/uy;
const CURRENCY = /^(?:EUR|USD|GBP|CHF|PLN|ZŁ|KR|SEK|DKK|NOK|CZK)$/i;

/** The tokens at the end of a line; “7UP” and “1.5L” are one each. */
export function tokensIn(text: string): Token[] {
  const from = text.length > CHARACTERS ? wordFrom(text, text.length - CHARACTERS) : 0;
  const tokens: Token[] = [];
  for (let at = from; at < text.length; ) {
    const space = text.indexOf(' ', at);
    const end = space < 0 ? text.length : space;
    const chunk = text.slice(at, end);
    if (chunk !== '' && chunk !== '=') tokens.push(...tokensOf(chunk, at));
    at = end + 1;
  }
  return tokens;
}

function wordFrom(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space < 0 ? text.length : space + 1;
}

function tokensOf(chunk: string, at: number): Token[] {
  const tokens: Token[] = [];
  const word: Token = { kind: 'W', text: chunk, at, spaced: true };
  for (let from = 0; from < chunk.length; ) {
    const token = tokenAt(chunk, from);
    if (!token) return [word];
    from += token.text.length;
    tokens.push({ ...token, at: at + from - token.text.length, spaced: from === chunk.length });
  }
  return tokens.some(({ kind }) => kind === 'W') ? [word] : tokens;
}

function tokenAt(chunk: string, from: number): Pick<Token, 'kind' | 'text'> | undefined {
  for (const [pattern, kind] of [...NUMBERS, ...SIGNS]) {
    pattern.lastIndex = from;
    const text = pattern.exec(chunk)?.[0];
    if (text) return { kind, text };
  }
  LETTERS.lastIndex = from;
  const text = LETTERS.exec(chunk)?.[0];
  return text === undefined ? undefined : { kind: kindOf(text), text };
}

function kindOf(letters: string): Kind {
  const [word = ''] = plainWords(letters);
  if (CURRENCY.test(letters)) return 'c';
  if (/^x$/i.test(letters) || (word === 'a' && letters !== 'A')) return 'o';
  if (isWeight(unitNamed(word)?.unit ?? '')) return 'k';
  if (isWord('pieces', word)) return 'u';
  if (isWord('counted', word)) return 'q';
  if (isWord('measured', word)) return 'm';
  return /^\p{Lu}{1,2}\d?$/u.test(letters) && !/^(?:L|ML|CL|DL)$/.test(letters) ? 't' : 'W';
}
