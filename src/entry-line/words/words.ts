import { tidy } from '../../text.js';
import { folded } from '../../vocabulary/spelling.js';

/** One word of a line, or one quoted part of it. */
export interface Word {
  /** As it was typed; of a quoted part, what is between the quotes. */
  text: string;
  /** To be compared: small letters without accents and without a comma or the like at the end. Empty for a quoted part. */
  key: string;
  quoted: boolean;
  /** Of the name of a known food: the key of its first word. */
  known?: string;
  /** Of the name of a known food: how many words it has. */
  words?: number;
}

/** The marks that open a quotation, each with those that close it. */
const QUOTES = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“”'],
  ['«', '»'],
]);
export const OPENING_QUOTE = new RegExp(`[${[...QUOTES.keys()].join('')}]`);

/** How the marks in a line are taken; as ordinary characters, when nothing is said of them. */
export interface Marks {
  /** What stands "in quotes" is one word. */
  quotes?: boolean;
  /** A word in (brackets) is compared without them. */
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
      // No closing mark after this one: there is none after a later one either.
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

/** What two texts must share to be the same words, whatever their case, accents and commas. */
export function wordsKey(text: string): string {
  return keyOf(wordsIn(text));
}

/** The words as one text to be compared. */
export function keyOf(words: Word[]): string {
  return words.map(({ text, key, quoted }) => (quoted ? wordsKey(text) : key)).join(' ');
}

/** A part of a line in quotes, so that it is read as it is. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** What people write between the parts of a line: “milk - 2 l”, “milk -> fridge”. */
const SEPARATORS = new Set('- – — / | · • > -> => → @'.split(' '));

/**
 * Where a part of a line begins, with what separates it from the words before it.
 * @param start of the line, or of what is left of it: something stays before the part
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

/** Where the quotes that open at `at` are closed: at the end of a word. `""` stands for one mark inside. */
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

/** Where the next word begins. */
function skipped(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' ,;:'.includes(text.charAt(at))) at += 1;
  return at;
}
