import { wordsOf } from '../../food-names/food-words.js';
import type { Food } from '../../stock/stock.js';
import { stem } from '../../text.js';

/**
 * The foods whose names have every word of a text, or part of it; singular and plural alike.
 * @param text as typed; empty for all foods
 */
export function foodsLike(foods: Food[], text: string): Food[] {
  const wanted = wordsOf(text);
  return text === '' ? foods : foods.filter(({ name }) => hasWords(wordsOf(name), wanted));
}

function hasWords(words: string[], wanted: string[]): boolean {
  return wanted.every((start) =>
    words.some((word) => word.includes(start) || (word[0] === start[0] && stem(word) === stem(start))),
  );
}

/** "3 items, 1 of them out"; "none here now". */
export function howMany({ all, out }: { all: number; out: number }): string {
  if (all === 0) return 'none here now';
  const items = all === 1 ? '1 item' : `${all} items`;
  if (out === 0) return items;
  return all === 1 ? `${items}, which is out` : `${items}, ${out === all ? 'all' : `${out} of them`} out`;
}
