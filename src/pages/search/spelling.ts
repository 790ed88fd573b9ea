import { wordsOf } from '../../food-names/food-words.js';

/** The words of a search, without "and": a name may have "&". */
export function wantedIn(text: string): string[] {
  return withoutAnd(wordsOf(text));
}

/** Words but for "and", unless there is nothing else. */
export function withoutAnd(words: string[]): string[] {
  const others = words.filter((word) => word !== 'and');
  return others.length > 0 ? others : words;
}

/** True when two words differ by at most one wrong, missing, extra or swapped letter. */
export function isOneSlip(one: string, other: string): boolean {
  return Math.abs(one.length - other.length) < 2 && isSlip(one, other, true);
}

export function beginsWithOneSlip(wanted: string, word: string): boolean {
  return isSlip(wanted, word, false);
}

/** @param whole the whole word must be wanted, not only its beginning */
function isSlip(wanted: string, word: string, whole: boolean): boolean {
  let same = 0;
  while (same < wanted.length && wanted[same] === word[same]) same += 1;
  const wrong = same + 1;
  const restIs = (from: number, wantedFrom: number) =>
    (!whole || word.length - from === wanted.length - wantedFrom) &&
    word.startsWith(wanted.slice(wantedFrom), from);
  if (restIs(wrong, wrong) || restIs(wrong, same) || restIs(same, wrong)) return true;
  const swapped = wanted[same] === word[wrong] && wanted[wrong] === word[same];
  return swapped && restIs(wrong + 1, wrong + 1);
}
