import { isEnoughWithin, wordsOf, wordsWithin } from '../../food-names/food-words.js';
import { stem } from '../../text.js';
import { beginsWithOneSlip, isOneSlip, withoutAnd } from './spelling.js';

const NEAREST_FIRST = [
  'the same',
  'begins so',
  'words begin so',
  'within words',
  'spelled nearly so',
  'spelled roughly so',
] as const;

export type Nearness = (typeof NEAREST_FIRST)[number];

/** Letters; a slip in a shorter word makes another word: ham and jam. */
const SHORTEST_SLIP = 4;
/** Letters; from here on a slip may be in a longer word's beginning. */
const SHORTEST_BEGINNING = 5;
/** Letters; fewer are in nearly every word. */
const SHORTEST_WITHIN = 3;
/** Letters; shorter stems end unrelated words: rice and turmeric. */
const SHORTEST_STEM_WITHIN = 4;

export function byNearness(one: Nearness, other: Nearness): number {
  return NEAREST_FIRST.indexOf(one) - NEAREST_FIRST.indexOf(other);
}

export function isMisspelled(nearness: Nearness): boolean {
  return byNearness(nearness, 'within words') > 0;
}

/**
 * How near a name is to what is wanted: as near as its farthest word.
 * @param wanted as wantedIn gives it
 * @returns undefined when one of the words is not in the name
 */
export function nearness(wanted: string[], name: string): Nearness | undefined {
  const words = wordsOf(name);
  const named = withoutAnd(words);
  const [asked, called] = [wanted.join(' '), named.join(' ')];
  if (called === asked) return 'the same';
  if (begins(called, asked) || areForms(wanted, named)) return 'begins so';
  const places = wanted.map((word) => wordNearness(word, words));
  if (places.length === 0 || places.includes(undefined)) return undefined;
  return (places as Nearness[]).sort(byNearness).at(-1);
}

function wordNearness(wanted: string, words: string[]): Nearness | undefined {
  if (words.some((word) => begins(word, wanted) || isForm(wanted, word))) return 'words begin so';
  // "icecream" begins "Ice cream".
  if (words.some((word, n) => wanted.startsWith(word) && `${word}${words[n + 1] ?? ''}`.startsWith(wanted)))
    return 'words begin so';
  if (words.some((word) => isWithin(wanted, word))) return 'within words';
  if (words.some((word) => isNearly(wanted, word))) return 'spelled nearly so';
  return words.some((word) => isSlip(wanted, word) || isSlipInBeginning(wanted, word))
    ? 'spelled roughly so'
    : undefined;
}

/** パ is not a beginning of ハ with more to come, but another sound. */
const VOICED = /^[\u3099\u309a]/;

function begins(word: string, wanted: string): boolean {
  return word.startsWith(wanted) && !VOICED.test(word.slice(wanted.length));
}

function isNearly(wanted: string, word: string): boolean {
  return word.startsWith(wanted) || (word[0] === wanted[0] && isSlip(wanted, word));
}

function isForm(wanted: string, word: string): boolean {
  // Comparing the first letter is quicker than the stem.
  return wanted.length > 2 && word[0] === wanted[0] && stem(word) === stem(wanted);
}

function areForms(wanted: string[], words: string[]): boolean {
  return wanted.length === words.length && wanted.every((word, n) => isForm(word, words[n] ?? ''));
}

/** "milch" is in "Vollmilch", "berry" in "Strawberries", and "肉" in "豚肉". */
function isWithin(wanted: string, word: string): boolean {
  if ([...wanted].length < SHORTEST_WITHIN)
    return isEnoughWithin(wanted) && wordsWithin(word).some((end) => begins(end, wanted));
  if (!word.includes(wanted.slice(0, SHORTEST_WITHIN))) return false;
  const root = stem(wanted);
  return word.includes(wanted) || (root.length >= SHORTEST_STEM_WITHIN && stem(word).endsWith(root));
}

function isSlip(wanted: string, word: string): boolean {
  return Math.max(wanted.length, word.length) >= SHORTEST_SLIP && isOneSlip(wanted, word);
}

function isSlipInBeginning(wanted: string, word: string): boolean {
  return wanted.length >= SHORTEST_BEGINNING && beginsWithOneSlip(wanted, word);
}
