import { tidy } from '../text.js';

/** One word of a line, or one quoted part of it. */
export interface Word {
  /** As it was typed; of a quoted part, what is between the quotes. */
  text: string;
  /** To be compared: small letters without accents and without a comma at the end. Empty for a quoted part. */
  key: string;
  quoted: boolean;
}

/** Text in small letters and without accents: “Crème” is “creme”. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * The words of a line.
 * @param text one line, tidied
 * @param quotes false takes quotation marks for ordinary characters
 */
export function wordsIn(text: string, quotes: boolean): Word[] {
  const words: Word[] = [];
  const closing = { '"': true, '“': true };
  for (let at = 0; at < text.length; ) {
    const mark = text[at];
    if (quotes && (mark === '"' || mark === '“') && closing[mark]) {
      const end = closingMark(text, at);
      // No closing mark after this one: there is none after a later one either.
      if (end === undefined) closing[mark] = false;
      else if (end > at + 1) {
        words.push({ text: inside(text, at, end), key: '', quoted: true });
        at = skipped(text, end + 1);
        continue;
      }
    }
    const space = text.indexOf(' ', at);
    const end = space < 0 ? text.length : space;
    words.push(plainWord(text.slice(at, end)));
    at = end + 1;
  }
  return words;
}

/** What two texts must share to be the same words, whatever their case, accents and commas. */
export function wordsKey(text: string): string {
  return keyOf(wordsIn(text, false));
}

/** The words as one text to be compared. */
export function keyOf(words: Word[]): string {
  return words.map(({ text, key, quoted }) => (quoted ? wordsKey(text) : key)).join(' ');
}

/** A part of a line in quotes, so that it is read as it is. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function plainWord(text: string): Word {
  const key = folded(text);
  return { text, key: withoutEnd(key, ',;:') || key, quoted: false };
}

/** Text without any of these characters at its end. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Where the quotes that open at `at` are closed: at the end of a word. `""` stands for one mark inside. */
function closingMark(text: string, at: number): number | undefined {
  const mark = text[at] === '“' ? '”' : '"';
  for (let end = text.indexOf(mark, at + 1); end >= 0; end = text.indexOf(mark, end + 1)) {
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
