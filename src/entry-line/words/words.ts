import { tidy } from '../../text.js';
import { folded } from '../../vocabulary/spelling.js';

/** A word of a line, or a quoted part. */
export interface Word {
  /** As typed, without quotes. */
  text: string;
  /** For comparing: small letters, no accents, no comma at the end. Empty for a quoted part. */
  key: string;
  quoted: boolean;
  known?: string;
  words?: number;
}

const QUOTES = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“”'],
  ['«', '»'],
]);
export const OPENING_QUOTE = new RegExp(`[${[...QUOTES.keys()].join('')}]`);

export interface Marks {
  /** A quoted part is one word. */
  quotes?: boolean;
  /** Brackets are left out of the key. */
  brackets?: boolean;
}

/**
 * The words of a line.
 * @param text one line, tidied
 */
export function wordsIn(text: string, { quotes = false, brackets = false }: Marks = {}): Word[] {
  const words: Word[] = [];
  const unclosed = new Set<string>();
  for (let at = 0; at < text.length; ) {
    const mark = text.charAt(at);
    if (quotes && QUOTES.has(mark) && !unclosed.has(mark)) {
      const end = closingMark(text, at);
      // A mark that is not closed here is not closed later either.
      if (end === undefined) unclosed.add(mark);
      else if (inside(text, at, end) !== '') {
        words.push({ text: inside(text, at, end), key: '', quoted: true });
        at = skipped(text, end + 1);
        continue;
      }
    }
    const space = text.indexOf(' ', at);
    const end = space < 0 ? text.length : space;
    words.push(plainWord(text.slice(at, end), brackets));
    at = end + 1;
  }
  return words;
}

/** A key that is the same for texts that differ only in case, accents and commas. */
export function wordsKey(text: string): string {
  return keyOf(wordsIn(text));
}

/** The words as one text to be compared. */
export function keyOf(words: Word[]): string {
  return words.map(({ text, key, quoted }) => (quoted ? wordsKey(text) : key)).join(' ');
}

/** A text in quotes. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** What people write between the parts of a line: “milk - 2 l”, “milk -> fridge”. */
const SEPARATORS = new Set('- – — / | · • > -> => → @'.split(' '));

/**
 * Where a part of a line begins, including the sign before it.
 * @param start of the line; something stays before the part
 */
export function withSeparator(words: Word[], start: number, at: number): number {
  const before = words[at - 1];
  return before && at - 1 > start && isSeparator(before) ? at - 1 : at;
}

export function isSeparator({ text, quoted }: Word): boolean {
  return !quoted && SEPARATORS.has(text);
}

/** True for words in brackets, such as “(2 pack)”, and for none. */
export function isBracketed(words: Word[]): boolean {
  return /^[([]/.test(words[0]?.text ?? '(') && /[)\]][,;:]?$/.test(words.at(-1)?.text ?? ')');
}

function plainWord(text: string, brackets: boolean): Word {
  const folding = folded(text).replace(/[⁄∕]/g, '/');
  const key = brackets ? withoutEnd(folding.replace(/^[([]/, ''), ',;:)]!?') : withoutEnd(folding, ',;:!?');
  return { text, key: key || folding, quoted: false };
}

/** Text without any of these characters at its end. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Where the quotes that open at `at` close: at the end of a word. `""` is one mark inside. */
function closingMark(text: string, at: number): number | undefined {
  const marks = QUOTES.get(text.charAt(at)) ?? '';
  for (let end = at + 1; end < text.length; end += 1) {
    const mark = text.charAt(end);
    if (!marks.includes(mark)) continue;
    if (mark === '"' && text[end + 1] === '"') end += 1;
    else if (/^[,;:]*( |$)/.test(text.slice(end + 1, end + 4))) return end;
  }
  return undefined;
}

function inside(text: string, open: number, close: number): string {
  const between = text.slice(open + 1, close);
  return tidy(text[open] === '"' ? between.replaceAll('""', '"') : between);
}

function skipped(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' ,;:'.includes(text.charAt(at))) at += 1;
  return at;
}
