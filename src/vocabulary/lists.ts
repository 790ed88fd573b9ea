import type { ListKind } from './languages/vocabulary.js';
import { LANGUAGES } from './languages.js';
import { folded } from './spelling.js';

const wordSets = new Map<ListKind, Set<string>>();
const phraseSets = new Map<ListKind, Set<string>>();

/** The words of a line for comparing: small, without accents, numbers, signs and currencies. */
export function plainWords(text: string): string[] {
  const words = folded(text)
    .replace(/['’.](?=\p{L})|&(?= )/gu, (mark) => (mark === '&' ? ' and ' : ' '))
    .split(/[^\p{L}&]+/u);
  return words.filter((word) => word !== '' && !CURRENCIES.has(word));
}

const CURRENCIES = new Set('eur euro usd gbp chf pln zl dkk sek nok czk huf aud cad'.split(' '));

/** True for a word of this kind, in any language. @param word from plainWords */
export function isWord(kind: ListKind, word: string): boolean {
  return wordsOf(kind).has(word);
}

/** True when these words are a phrase of this kind, in any language. */
export function isPhrase(kind: ListKind, words: string[]): boolean {
  return words.length <= PHRASE_WORDS && phrasesOf(kind).has(words.join(' '));
}

/** True when a phrase of this kind begins with these words. */
export function beginsWith(kind: ListKind, words: string[]): boolean {
  const most = Math.min(PHRASE_WORDS, words.length);
  return Array.from({ length: most }, (_, n) => words.slice(0, n + 1)).some((some) => isPhrase(kind, some));
}

/** A text without the longest phrase of this kind at its start, if anything is left. */
export function withoutFirst(kind: ListKind, text: string): string {
  const words = text.split(' ', PHRASE_WORDS + 1);
  for (let count = Math.min(PHRASE_WORDS, words.length - 1); count > 0; count -= 1) {
    const first = words.slice(0, count).join(' ');
    if (isPhrase(kind, plainWords(first))) return text.slice(first.length).trimStart();
  }
  return text;
}

/** True for a word that ends as words of this kind do. */
export function endsAs(kind: ListKind, word: string): boolean {
  return word.length >= SHORTEST_WITH_END && [...wordsOf(kind)].some((end) => word.endsWith(end));
}

const PHRASE_WORDS = 6;
const SHORTEST_WITH_END = 5;

function wordsOf(kind: ListKind): Set<string> {
  return kept(wordSets, kind, (list) => plainWordsOf(list.split(/\s+/)));
}

function phrasesOf(kind: ListKind): Set<string> {
  return kept(phraseSets, kind, (list) =>
    list.split(/\s*,\s*/).map((phrase) => plainWords(phrase).join(' ')),
  );
}

function plainWordsOf(words: string[]): string[] {
  return words.flatMap((word) => [folded(word), ...plainWords(word)]);
}

function kept(
  sets: Map<ListKind, Set<string>>,
  kind: ListKind,
  read: (list: string) => string[],
): Set<string> {
  const known = sets.get(kind) ?? new Set(LANGUAGES.flatMap((language) => read(language.lists[kind])));
  sets.set(kind, known);
  return known;
}
