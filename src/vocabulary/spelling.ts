import { folded as foldedLetters } from '../folding.js';

/** ½ and ² stay as they are. */
const OTHER_NUMBERS = /((?![0-9])\p{N})/u;

/** Small letters without accents, one kind of apostrophe: “creme”, “d'huile”. */
export function folded(text: string): string {
  const parts = text.split(OTHER_NUMBERS);
  return parts
    .map((part, n) => (n % 2 === 0 ? foldedLetters(part) : part))
    .join('')
    .replaceAll('’', "'");
}

/** All spellings of the words of some texts. */
export function spellings(...texts: (string | undefined)[]): string[] {
  return texts.flatMap((text = '') => folded(text).split(/[ /]/)).filter(Boolean);
}

/** The words of a text with their spellings: `jan/january feb` is [[jan, january], [feb]]. */
export function inOrder(text: string): string[][] {
  return text.split(' ').map((word) => word.split('/'));
}

/** A map that keeps the first value of a key. */
export function firstOf<Value>(entries: Iterable<readonly [string, Value]>): Map<string, Value> {
  const map = new Map<string, Value>();
  for (const [word, value] of entries) if (!map.has(word)) map.set(word, value);
  return map;
}

/** A phrase for comparing: folded, without dots at the end of words. */
export function phraseKey(phrase: string): string {
  return folded(phrase).split(' ').map(withoutDot).join(' ');
}

export function withoutDot(key: string): string {
  return key.endsWith('.') ? key.slice(0, -1) : key;
}
