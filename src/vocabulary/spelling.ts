import { folded as foldedLetters } from '../folding.js';

/** What counts in another way than 0 to 9 is read as it stands: ½ and ². */
const OTHER_NUMBERS = /((?![0-9])\p{N})/u;

/** Text in small letters and without accents, with one kind of apostrophe: “Crème” is “creme”, “d’huile” “d'huile”. */
export function folded(text: string): string {
  const parts = text.split(OTHER_NUMBERS);
  return parts
    .map((part, n) => (n % 2 === 0 ? foldedLetters(part) : part))
    .join('')
    .replaceAll('’', "'");
}

/** The words of some texts of a vocabulary, each in every spelling. */
export function spellings(...texts: (string | undefined)[]): string[] {
  return texts.flatMap((text = '') => folded(text).split(/[ /]/)).filter(Boolean);
}

/** The words of a text, each with its spellings as they are written: `jan/january feb` is [[jan, january], [feb]]. */
export function inOrder(text: string): string[][] {
  return text.split(' ').map((word) => word.split('/'));
}

/** A map in which what was said first counts: of a word of two languages, that of the first. */
export function firstOf<Value>(entries: Iterable<readonly [string, Value]>): Map<string, Value> {
  const map = new Map<string, Value>();
  for (const [word, value] of entries) if (!map.has(word)) map.set(word, value);
  return map;
}

/** A phrase to be compared: folded, and without the dots that may end its words. */
export function phraseKey(phrase: string): string {
  return folded(phrase).split(' ').map(withoutDot).join(' ');
}

export function withoutDot(key: string): string {
  return key.endsWith('.') ? key.slice(0, -1) : key;
}
