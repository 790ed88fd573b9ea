import { folded } from '../folding.js';
import { nameKey } from '../text.js';

const APOSTROPHES = /['’‘`´＇ʼʻ׳]/g;
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}\p{So}]+/u;

/** The words of a text for search: folded, without punctuation; of punctuation alone, that itself. */
export function wordsOf(text: string): string[] {
  const words = folded(text.replace(APOSTROPHES, '')).split(BETWEEN_WORDS).filter(Boolean);
  return words.length > 0 ? words : nameKey(text).split(' ').filter(Boolean);
}

/** Scripts without spaces between words, where a word may begin at any letter; and pictures. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script_Extensions=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{So}]/u;
/** In these one letter means something. */
const MEANS_SOMETHING = /^[\p{Script=Han}\p{Script_Extensions=Katakana}\p{So}]/u;
const SYLLABLE = /^[\u1100-\u1112][\u1161-\u1175]/u;

/**
 * Words within a word, in scripts without spaces: ミルク has ルク and ク, 豚肉 has 肉.
 * @param word folded
 */
export function wordsWithin(word: string): string[] {
  const letters = [...word];
  return letters
    .map((_, n) => letters.slice(n).join(''))
    .filter((end, n) => n > 0 && ((UNSPACED.test(end) && !/^\p{M}/u.test(end)) || SYLLABLE.test(end)));
}

/** True when so few letters of such a script can be searched inside words. @param wanted a word, folded */
export function isEnoughWithin(wanted: string): boolean {
  return (
    MEANS_SOMETHING.test(wanted) || SYLLABLE.test(wanted) || (UNSPACED.test(wanted) && [...wanted].length > 1)
  );
}

/**
 * The words of a food's name as they are stored, for finding by three letters in a row: two spaces before each and
 * one after, so that its ends count.
 */
export function keptWords(name: string): string {
  return wordsOf(name)
    .flatMap((word) => [word, ...wordsWithin(word).map((end) => [...end].slice(0, 2).join(''))])
    .map((word) => `  ${word} `)
    .join('');
}
