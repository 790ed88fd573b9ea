import type { PlaceKind } from '../database/tables.js';
import { addDays, type IsoDate } from '../stock/best-before.js';
import { type Found, findShelfLife } from './find.js';
import type { KeepingPlace, Keeps, ShelfFood } from './food-row.js';
import { CATEGORIES, shelfFood } from './table.js';
import { isCut, isFresh, stemsOf } from './words.js';

/** Where an item is and what was done to it. */
export interface Keeping {
  placeKind: PlaceKind;
  opened?: boolean;
  thawed?: boolean;
}

export interface ShelfLife {
  days: number;
  /** The row of the table that the figure stands in. */
  source: { id: string; name: string; category: string };
  /** `'category'`: the food is not in the table, the row stands for its category. */
  by: 'food' | 'category';
}

export interface DateEstimate extends ShelfLife {
  bestBefore: IsoDate;
}

/** Food that keeps a week at most is as good as open: its figure holds for the opened and the thawed too. */
const SHORT = 7;
const THAWED = 3;

/**
 * The day by which to eat a food that has no date on it.
 * @param name what the household calls it
 * @param keeping where it is, and whether it was opened or thawed, which then began on `from`
 * @param keeping.from the day it was bought, opened, frozen or thawed
 * @returns nothing when the food, or that place, or that state of it, is not in the table: then there is no date.
 * An estimate is of the food alone: whoever has a printed date keeps the earlier of the two once it is opened.
 */
export function estimateDate(
  name: string,
  { from, ...keeping }: Keeping & { from: IsoDate },
): DateEstimate | undefined {
  const life = shelfLife(name, keeping);
  return life && { ...life, bestBefore: addDays(from, life.days) };
}

/** As `estimateDate`, in days alone. */
export function shelfLife(name: string, keeping: Keeping): ShelfLife | undefined {
  const { placeKind } = keeping;
  const found = findIn(name, placeKind);
  if (!found || placeKind === 'other') return undefined;
  if (isProduce(found.food) && isCut(name) && placeKind !== 'freezer') return cutLife(found, keeping);
  return lifeOf(found, keeping) ?? lifeOf(standIn(found.food, keeping), keeping);
}

/** What a row says of itself. */
function lifeOf(found: Found | undefined, keeping: Keeping): ShelfLife | undefined {
  const { placeKind } = keeping;
  const days = found && placeKind !== 'other' ? daysOf(found.food, placeKind, keeping) : undefined;
  if (!found || days === undefined) return undefined;
  const { id, name, category } = found.food;
  return { days, source: { id, name, category }, by: found.by };
}

/** What is cut keeps as when it is opened, in the fridge only; no fruit longer than other fruit that is cut. */
function cutLife(found: Found, keeping: Keeping): ShelfLife | undefined {
  if (keeping.placeKind !== 'fridge') return undefined;
  const own = lifeOf(found, { ...keeping, opened: true });
  if (found.food.category !== 'fruit') return own;
  const like = lifeOf(standing('fruit-salad'), { ...keeping, opened: true });
  return own && like && own.days <= like.days ? own : like;
}

/** As `findShelfLife`, of something found in a place: "tuna" in the pantry is a tin. */
export function findIn(name: string, placeKind: PlaceKind | undefined): Found | undefined {
  const found = findShelfLife(name);
  if (!placeKind || placeKind === 'other') return found;
  const id = found?.food.inPlace?.[placeKind];
  if (id === undefined) return found;
  const isTin = placeKind === 'pantry';
  return id === null || (isTin && isFresh(name)) ? undefined : standing(id);
}

/** Where a closed pack of the food is normally kept; what is called frozen, in the freezer, and what is cut, in the fridge. */
export function usualPlace(name: string): KeepingPlace | undefined {
  const food = findShelfLife(name)?.food;
  if (!food) return undefined;
  if (stemsOf(name).includes(FROZEN) && isNumber(food.keeps.freezer)) return 'freezer';
  if (isProduce(food) && isCut(name)) return 'fridge';
  return food.usual ?? CATEGORIES[food.category].usual;
}

const [FROZEN = ''] = stemsOf('frozen');

function daysOf(
  food: ShelfFood,
  place: KeepingPlace,
  { opened, thawed }: Pick<Keeping, 'opened' | 'thawed'>,
): number | undefined {
  if (place === 'freezer') return numberOf(food.keeps.freezer);
  if (thawed) return thawedDays(food, place);
  return opened ? openedDays(food, place) : closedDays(food, place);
}

/** Of a jar in the fridge often only the opened figure is known: a closed one keeps no shorter. */
function closedDays({ keeps, opened }: ShelfFood, place: 'fridge' | 'pantry'): number | undefined {
  return keeps[place] === undefined ? numberOf(opened?.[place]) : numberOf(keeps[place]);
}

function openedDays({ keeps, opened, category }: ShelfFood, place: 'fridge' | 'pantry'): number | undefined {
  const closed = numberOf(keeps[place]);
  const own = opened?.[place];
  if (own !== undefined) return isNumber(own) ? Math.min(own, closed ?? own) : undefined;
  if (closed === undefined) return undefined;
  // What must be cold once it is open is not left in the pantry.
  const staysOut = place === 'fridge' || opened?.fridge === undefined;
  const same = CATEGORIES[category].openKeepsToo || (place === 'fridge' && closed <= SHORT);
  return same && staysOut ? closed : undefined;
}

/**
 * FSIS, "The Big Thaw": meat that was thawed in the fridge keeps there as long as the fresh. What keeps long or goes
 * soft has the days that the FoodKeeper gives to nearly all that is bought frozen (rows 309 to 331).
 */
function thawedDays(food: ShelfFood, place: 'fridge' | 'pantry'): number | undefined {
  const { thawed, category } = food;
  const baked = category === 'bread' || category === 'cakes and biscuits';
  if (place === 'pantry') return baked ? numberOf(food.keeps.pantry) : undefined;
  if (thawed !== undefined) return thawed;
  const fresh = closedDays(food, place);
  const softens = category === 'fruit' || category === 'vegetables' || category === 'herbs';
  return fresh !== undefined && (fresh > SHORT || softens) ? Math.min(fresh, THAWED) : fresh;
}

function isProduce({ category }: ShelfFood): boolean {
  return category === 'fruit' || category === 'vegetables';
}

/** An opened tin is like any other tin. */
function standIn(food: ShelfFood, { placeKind, opened }: Keeping): Found | undefined {
  const isTin = food.category === 'tins and jars' && food.opened === undefined;
  return isTin && opened && placeKind === 'fridge' ? standing('tinned-vegetables') : undefined;
}

function standing(id: string): Found | undefined {
  const food = shelfFood(id);
  return food && { food, by: 'category' };
}

function isNumber(keeps: Keeps | undefined): keeps is number {
  return typeof keeps === 'number';
}

function numberOf(keeps: Keeps | undefined): number | undefined {
  return isNumber(keeps) ? keeps : undefined;
}
