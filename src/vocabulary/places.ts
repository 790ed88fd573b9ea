import { english } from './languages/english.js';
import type { KnownKind } from './languages/vocabulary.js';
import { LANGUAGES } from './languages.js';
import { spellings } from './spelling.js';

const KINDS: KnownKind[] = ['fridge', 'freezer', 'pantry'];

export const KIND_WORDS = KINDS.map(
  (kind) => [kind, LANGUAGES.flatMap(({ places }) => spellings(places?.[kind]))] as const,
);

const { sentence } = english;
/** What a line may begin with before a place. */
export const IN = new Set(spellings(sentence.in));
/** What may stand before a place at a line’s end. */
export const INTO = new Set(spellings(sentence.in, sentence.at, sentence.on));
export const ARTICLES = new Set(spellings(sentence.the));
/** “Peas from the freezer” don't go there. */
export const ELSEWHERE = new Set([
  ...spellings(sentence.from, sentence.elsewhere, english.of, sentence.and, sentence.a),
  ...spellings(english.calendar.until),
]);
