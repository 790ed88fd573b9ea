import { folded } from '../folding.js';
import { nameKey } from '../text.js';

/** Left out of a word: Jerry’s is Jerrys. */
const APOSTROPHES = /['’‘`´＇ʼʻ׳]/g;
/** Whatever is no letter, number or picture stands between words. */
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}\p{So}]+/u;

/** The words of a text as a search compares them: folded, without punctuation. Of punctuation alone, that itself. */
export function wordsOf(text: string): string[] {
  const words = folded(text.replace(APOSTROPHES, '')).split(BETWEEN_WORDS).filter(Boolean);
  return words.length > 0 ? words : nameKey(text).split(' ').filter(Boolean);
}

/** Written without spaces between words, so that a word may begin at any letter; and pictures. Kana is katakana here. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script_Extensions=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{So}]/u;
/** Of these one alone means something. */
const MEANS_SOMETHING = /^[\p{Script=Han}\p{Script_Extensions=Katakana}\p{So}]/u;
/** A syllable of Hangul, in its jamo. */
const SYLLABLE = /^[\u1100-\u1112][\u1161-\u1175]/u;

/**
 * The ends of a word that may be words themselves, in scripts that set none apart: ミルク has ルク and ク, 豚肉 has 肉.
 * @param word folded
 */
export function wordsWithin(word: string): string[] {
  const letters = [...word];
  return letters
    .map((_, n) => letters.slice(n).join(''))
    .filter((end, n) => n > 0 && ((UNSPACED.test(end) && !/^\p{M}/u.test(end)) || SYLLABLE.test(end)));
}

/** True when so few letters of such a script can be looked for inside of words. @param wanted a word, folded */
export function isEnoughWithin(wanted: string): boolean {
  return (
    MEANS_SOMETHING.test(wanted) || SYLLABLE.test(wanted) || (UNSPACED.test(wanted) && [...wanted].length > 1)
  );
}

/**
 * The words of a food's name as they are kept to be found by three letters in a row: two spaces before each and one
 * after it, so that its first and last letters count; and the first two letters of each word within.
 */
export function keptWords(name: string): string {
  return wordsOf(name)
    .flatMap((word) => [word, ...wordsWithin(word).map((end) => [...end].slice(0, 2).join(''))])
    .map((word) => `  ${word} `)
    .join('');
}
