import type { Category, ShelfFood } from './foods/food-row.js';
import { FIRST_WORDS, NEAR, NOT_GUESSED } from './near.js';
import { SHELF_FOODS, shelfFood } from './table.js';
import { isChanging, isFresh, isHarmless, isHomemade, lettersOf, stemsOf } from './words.js';

export interface Found {
  food: ShelfFood;
  /** `'food'`: itself. `'category'`: another stands for its category. */
  by: 'food' | 'category';
}

type Before = 'brand' | 'any food' | 'nothing';

interface Name {
  stems: string[];
  letters: string;
  before: Before;
  found: Found | undefined;
}

const BEFORE: Record<string, Before> = { '*': 'any food', '=': 'nothing' };
/** More unknown words make a sentence. */
const UNKNOWN_WORDS = 3;
const WORDS = 12;

const PRESERVED = new Set<Category>([
  'grains and pasta',
  'baking and spices',
  'tins and jars',
  'sauces',
  'spreads',
]);

const names = [
  ...SHELF_FOODS.flatMap((food) => namesIn([food.name, food.also].join(', '), { food, by: 'food' })),
  ...Object.entries(NEAR).flatMap(([id, list]) => namesIn(list, near(id))),
  ...namesIn(NOT_GUESSED, undefined),
];
/** A phrase may name a food, and after other words stand for a category. */
const byPhrase = new Map<string, Name[]>();
for (const name of names) {
  const phrase = name.stems.join(' ');
  byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), name]);
}
/** "apple juice" is no apple: one of these before another food makes another thing. */
const foodWords = new Set(names.filter(({ stems }) => stems.length === 1).map(({ stems }) => stems[0]));
const byWords = firstBy(({ stems }) => [...stems].sort().join(' '));
const byLetters = firstBy(({ letters }) => letters);

function firstBy(keyOf: (name: Name) => string): Map<string, Name> {
  return new Map([...names].reverse().map((name) => [keyOf(name), name]));
}

function near(id: string): Found {
  const food = shelfFood(id);
  if (!food) throw new Error(`There is no food ${id} to stand for others.`);
  return { food, by: 'category' };
}

function namesIn(list: string, found: Found | undefined): Name[] {
  return list
    .split(', ')
    .filter((text) => text !== '')
    .map((text) => ({
      stems: stemsOf(text.replace(/^[*=]/, '')),
      letters: lettersOf(text.replace(/^[*=]/, '')),
      before: BEFORE[text.charAt(0)] ?? 'brand',
      found,
    }));
}

/**
 * What the table knows of a food by its name: the food, else what stands for its category, else undefined. Case,
 * accents, plurals, amounts, brands and adjectives don't matter ("Organic whole MILK 1.5%" is milk); "coconut milk"
 * is not milk.
 */
export function findShelfLife(name: string): Found | undefined {
  if (asked.has(name)) return asked.get(name);
  if (asked.size >= ASKED_AT_MOST) asked.clear();
  const found = lookUp(name);
  asked.set(name, found);
  return found;
}

/** A household asks for the same few hundred names. */
const ASKED_AT_MOST = 5_000;
const asked = new Map<string, Found | undefined>();

function lookUp(name: string): Found | undefined {
  const stems = stemsOf(name);
  if (stems.length === 0 || stems.length > WORDS) return undefined;
  const bare = stems.filter((word) => !isHarmless(word));
  const match =
    byLetters.get(lettersOf(name)) ?? endOf(stems) ?? endOf(bare) ?? byWords.get([...bare].sort().join(' '));
  if (match?.found && isFresh(name) && isPreserved(match.found.food)) return undefined;
  return match ? match.found : byFirstWord(bare);
}

/** Sold from a shelf. */
function isPreserved({ name, category }: ShelfFood): boolean {
  return PRESERVED.has(category) && !isFresh(name);
}

/** The longest known name at the end, if nothing before it makes it another thing. */
function endOf(stems: string[]): Name | undefined {
  for (let start = 0; start < stems.length; start += 1) {
    const known = byPhrase.get(stems.slice(start).join(' ')) ?? [];
    const name = known.find((one) => mayStandBefore(stems.slice(0, start), one));
    if (name) return name;
  }
  return undefined;
}

function mayStandBefore(stems: string[], { before, found }: Name): boolean {
  const isDish = found?.food.category === 'cooked and prepared';
  const words = stems.filter((word) => !isHarmless(word) && !(isDish && isHomemade(word)));
  if (words.some(isChanging)) return false;
  if (before === 'nothing') return words.length === 0;
  const foods = words.filter((word) => foodWords.has(word));
  if (before === 'brand' && foods.length > 0) return false;
  return words.length - foods.length <= UNKNOWN_WORDS;
}

function byFirstWord([first, ...rest]: string[]): Found | undefined {
  const id = Object.entries(FIRST_WORDS).find(([word]) => stemsOf(word)[0] === first)?.[1];
  const isFood = rest.some((word) => foodWords.has(word));
  return id && isFood ? near(id) : undefined;
}
