import { beginsWithOneSlip, isOneSlip, wordsOf } from './spelling.js';

/** How well a name answers what is looked for, the best first. */
export type Nearness = 'the same' | 'begins so' | 'words begin so' | 'within words' | 'spelled nearly so';

const ORDER: readonly Nearness[] = [
  'the same',
  'begins so',
  'words begin so',
  'within words',
  'spelled nearly so',
];
/** In shorter words a slip makes another word as often as not: ham and jam. */
const SHORTEST_SLIP = 4;
/** From here on the beginning of a word is told too, so that "berry" finds berries. */
const SHORTEST_BEGINNING = 5;
/** Fewer letters are somewhere in nearly every word. */
const SHORTEST_WITHIN = 3;

/** Sorts what is nearer first. */
export function byNearness(one: Nearness, other: Nearness): number {
  return ORDER.indexOf(one) - ORDER.indexOf(other);
}

/**
 * How near a name is to what is looked for: as near as the word that is farthest.
 * @param wanted what is looked for, as wordsOf gives it
 * @returns undefined when one of the words is nowhere in the name
 */
export function nearness(wanted: string[], name: string): Nearness | undefined {
  const words = wordsOf(name);
  const [asked, called] = [wanted.join(' '), words.join(' ')];
  if (called === asked) return 'the same';
  if (called.startsWith(asked)) return 'begins so';
  const places = wanted.map((word) => wordNearness(word, words));
  if (places.length === 0 || places.includes(undefined)) return undefined;
  return (places as Nearness[]).sort(byNearness).at(-1);
}

function wordNearness(wanted: string, words: string[]): Nearness | undefined {
  // "icecream" begins the two words of "Ice cream".
  const joined = words.slice(1).map((word, n) => `${words[n]}${word}`);
  if ([...words, ...joined].some((word) => word.startsWith(wanted))) return 'words begin so';
  if (wanted.length >= SHORTEST_WITHIN && words.some((word) => word.includes(wanted))) return 'within words';
  return words.some((word) => isSlip(wanted, word)) ? 'spelled nearly so' : undefined;
}

function isSlip(wanted: string, word: string): boolean {
  if (Math.max(wanted.length, word.length) < SHORTEST_SLIP) return false;
  return wanted.length < SHORTEST_BEGINNING ? isOneSlip(wanted, word) : beginsWithOneSlip(wanted, word);
}
