import { LRUCache } from 'lru-cache';
import { SHELF_FOODS } from '../../keeping/shelf-life/table.js';
import { stem } from '../../text.js';
import { AND } from '../../vocabulary/amounts.js';
import { folded } from '../../vocabulary/spelling.js';
import type { Word } from './words.js';

export interface KnownFoods {
  has(key: string): boolean;
  begins(part: string): boolean;
  longest: number;
}

export interface Span {
  at: number;
  next: number;
}

const WORDS = 60;

/** The names of the shelf-life table, each as people write it. */
export const TABLE_NAMES: string[] = SHELF_FOODS.flatMap(({ name, also }) => [
  name,
  ...(also ?? '').split(', '),
])
  .map((name) => name.replace(/^[*=]/, ''))
  .filter((name) => name !== '');

const [AND_IN_WORDS] = AND;
/** A household's foods are the same from one line to the next. */
const parted = new LRUCache<string, NameParts>({ max: 10_000, memoMethod: nameParts });
const TABLE = keysOf(TABLE_NAMES);

/**
 * The foods that lines may name: a household's own, and the shelf-life table's. Slow to make: once for all lines.
 * @param names of the household's foods
 */
export function knownFoods(names: Iterable<string>): KnownFoods {
  const own = keysOf(names);
  return {
    has: (key) => own.keys.has(key) || TABLE.keys.has(key),
    begins: (part) => own.firsts.has(part) || TABLE.firsts.has(part),
    longest: Math.max(own.longest, TABLE.longest),
  };
}

/** Where words name a known food, in any case, accents and plurals: the longest first, then the leftmost. */
export function foodsIn(words: Word[], foods: KnownFoods): Span[] {
  if (words.length > WORDS) return [];
  const parts = words.map(({ text, quoted }) => (quoted ? undefined : partsOf(text)));
  const found: Span[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [first] = parts[at] ?? [];
    if (first === undefined || !foods.begins(first)) continue;
    for (let next = at + 1; next <= Math.min(words.length, at + foods.longest); next += 1) {
      const last = parts[next - 1];
      if (last === undefined) break;
      if (last.length > 0 && foods.has(parts.slice(at, next).flat().join(' '))) found.push({ at, next });
    }
  }
  return found.sort((a, b) => b.next - b.at - (a.next - a.at));
}

/** The words with those of a food as one. */
export function asOne(words: Word[], { at, next }: Span): Word[] {
  const name = words.slice(at, next);
  const text = name.map((word) => word.text).join(' ');
  const known = { text, key: '', quoted: true, known: name[0]?.key ?? '', words: name.length };
  return [...words.slice(0, at), known, ...words.slice(next)];
}

function keysOf(names: Iterable<string>): { keys: Set<string>; firsts: Set<string>; longest: number } {
  const [keys, firsts] = [new Set<string>(), new Set<string>()];
  let longest = 1;
  for (const name of names) {
    const { key, first, count } = parted.memo(name);
    if (first === undefined) continue;
    keys.add(key);
    firsts.add(first);
    longest = Math.max(longest, count);
  }
  return { keys, firsts, longest };
}

interface NameParts {
  key: string;
  first: string | undefined;
  /** Of words as they are typed. */
  count: number;
}

function nameParts(name: string): NameParts {
  const parts = partsOf(name);
  return { key: parts.join(' '), first: parts[0], count: name.split(/\s+/).length };
}

/** What is compared of a name: “Half-fat Crème 2” is half, fat, creme, 2; “B12” is b, 12. */
function partsOf(text: string): string[] {
  const parts = folded(text)
    .replace(/'/g, '')
    .replace(/&/g, ` ${AND_IN_WORDS} `)
    .match(/\d+|[^\d\P{L}]+|[%½⅓⅔¼¾]/gu);
  return (parts ?? []).map((part) => (/\d/.test(part) ? part : stem(part)));
}
