import type { Place } from '../../stock/stock.js';
import { nameKey } from '../../text.js';
import { ARTICLES, ELSEWHERE, IN, INTO, KIND_WORDS } from '../../vocabulary/places.js';
import { keyOf, type Word, withoutEnd, withSeparator, wordsIn, wordsKey } from './words.js';

export interface PlaceNames {
  /** By the key of their words. */
  byWords: Map<string, Place[]>;
  longest: number;
}

const made = new WeakMap<Place[], PlaceNames>();

export function placeNames(places: Place[]): PlaceNames {
  const names = made.get(places) ?? namesOf(places);
  made.set(places, names);
  return names;
}

function namesOf(places: Place[]): PlaceNames {
  const byWords = new Map<string, Place[]>();
  for (const place of places) {
    const key = wordsKey(place.name);
    byWords.set(key, [...(byWords.get(key) ?? []), place]);
  }
  for (const [kind, words] of KIND_WORDS) {
    const ofKind = places.filter((place) => place.kind === kind);
    // A place's own name goes before the word for its kind.
    const free = ofKind.length === 1 ? words.filter((word) => !byWords.has(word)) : [];
    for (const word of free) byWords.set(word, ofKind);
  }
  return { byWords, longest: Math.max(1, ...places.map(({ name }) => name.split(/\s+/).length)) };
}

/** The place that a line ends with: “fridge”, “in the fridge”, “Freezer drawer 2”. */
export function placeAtEnd(
  words: Word[],
  start: number,
  end: number,
  names: PlaceNames,
): { placeId: number; at: number } | undefined {
  for (let at = Math.max(start, end - names.longest); at < end; at += 1) {
    const placeId = placeNamed(words.slice(at, end), names);
    if (placeId === undefined) continue;
    const article = ARTICLES.has(words[at - 1]?.key ?? '') && at - 1 > start;
    const before = at - (article ? 2 : 1);
    if (before >= start && INTO.has(words[before]?.key ?? ''))
      return { placeId, at: withSeparator(words, start, before) };
    if (article || words[at]?.quoted || ELSEWHERE.has(words[at - 1]?.key ?? '')) return undefined;
    return { placeId, at: withSeparator(words, start, at) };
  }
  return undefined;
}

/**
 * The place that a line begins with: after “in”, before a colon, or before an amount (“fridge 2 milk”).
 * @param isAmount tells whether an amount begins at a word
 */
export function placeAtStart(
  words: Word[],
  at: number,
  end: number,
  names: PlaceNames,
  isAmount: (at: number) => boolean,
): { placeId: number; next: number } | undefined {
  const into = IN.has(words[at]?.key ?? '');
  const from = at + (into ? 1 : 0) + (into && ARTICLES.has(words[at + 1]?.key ?? '') ? 1 : 0);
  for (let next = Math.min(end, from + names.longest); next > from; next -= 1) {
    const placeId = placeNamed(words.slice(from, next), names);
    if (placeId === undefined) continue;
    const closed = words[next - 1]?.text.endsWith(':') === true;
    const plain = words[from]?.quoted === false;
    return into || (plain && (closed || isAmount(next))) ? { placeId, next } : undefined;
  }
  return undefined;
}

/** The place that a text names and nothing else: “freezer”, “in the freezer”. */
export function placeThatIs(text: string, names: PlaceNames): number | undefined {
  const words = wordsIn(text);
  const into = INTO.has(words[0]?.key ?? '') ? 1 : 0;
  const from = into + (ARTICLES.has(words[into]?.key ?? '') ? 1 : 0);
  const rest = words.slice(from);
  if (rest.length === 0 || rest.length > names.longest) return undefined;
  return placeNamed(words, names) ?? placeNamed(rest, names);
}

/** Of places that differ only in accents, the one that is written so. */
function placeNamed(words: Word[], { byWords }: PlaceNames): number | undefined {
  const key = keyOf(words);
  const [place, ...others] = byWords.get(key) ?? byWords.get(withoutEnd(key, '.')) ?? [];
  if (!place || others.length === 0) return place?.id;
  const name = nameKey(withoutEnd(words.map(({ text }) => text).join(' '), ',;:'));
  return [place, ...others].find((one) => nameKey(one.name) === name)?.id;
}
