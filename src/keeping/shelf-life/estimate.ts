import { addDays, type IsoDate } from '../../calendar/day.js';
import { PLACE_KINDS } from '../../database/place-kinds.js';
import type { PlaceKind } from '../../database/tables.js';
import { type Days, daysOf, longer, shorter } from './days.js';
import { type Found, findShelfLife } from './find.js';
import type { KeepingPlace, ShelfFood } from './foods/food-row.js';
import { CATEGORIES, classOf, shelfFood } from './table.js';
import { isCalledDry, isCalledFrozen, isCalledThawed, isCut, isFresh } from './words.js';

export interface Keeping {
  placeKind: PlaceKind;
  opened?: boolean;
  thawed?: boolean;
}

/** It keeps for `days`, at most for `most`. */
export interface ShelfLife extends Days {
  /** The row with the figures. */
  source: { id: string; name: string; category: string };
  /** `'category'`: the food is unknown, the row stands for its category. */
  by: 'food' | 'category';
}

export interface DateEstimate extends ShelfLife {
  bestBefore: IsoDate;
  last: IsoDate;
}

type Cold = 'fridge' | 'pantry';

/** Days: such food opened or thawed keeps as long as closed. */
const SHORT = 7;
const A_WEEK: Days = { days: SHORT, most: SHORT };
const THAWED: Days = { days: 3, most: 4 };

/**
 * The days by which to eat a food without a date.
 * @param name what the household calls it
 * @param keeping where it is, and whether it was opened or thawed
 * @param keeping.from the day it was bought, opened, frozen or thawed
 * @returns undefined when the food, that place or that state is not in the table
 */
export function estimateDate(
  name: string,
  { from, ...keeping }: Keeping & { from: IsoDate },
): DateEstimate | undefined {
  const life = shelfLife(name, keeping);
  return life && { ...life, bestBefore: addDays(from, life.days), last: addDays(from, life.most) };
}

/** As `estimateDate`, in days. */
export function shelfLife(name: string, keeping: Keeping): ShelfLife | undefined {
  const found = keeping.thawed ? findThawed(name, keeping.placeKind) : findIn(name, keeping.placeKind);
  if (!found) return undefined;
  if (isCutProduce(name, found.food) && keeping.placeKind !== 'freezer') return cutLife(found, keeping);
  return lifeOf(found, keeping) ?? lifeOf(standIn(found.food, keeping), keeping);
}

function lifeOf(found: Found | undefined, keeping: Keeping): ShelfLife | undefined {
  const days = found && daysIn(found.food, tableOf(keeping.placeKind), keeping);
  if (!found || !days) return undefined;
  const { id, name, category } = found.food;
  return { ...days, source: { id, name, category }, by: found.by };
}

/** A bread bin, a fruit bowl and a cellar are like the pantry. */
function tableOf(placeKind: PlaceKind): KeepingPlace {
  return placeKind === 'other' ? 'pantry' : placeKind;
}

/** Kinds of place at room temperature. */
export const WARM = PLACE_KINDS.filter((kind) => tableOf(kind) === 'pantry');

/** Cut food keeps like opened food, in the fridge only; no fruit longer than other cut fruit. */
function cutLife(found: Found, keeping: Keeping): ShelfLife | undefined {
  if (keeping.placeKind !== 'fridge') return undefined;
  const own = lifeOf(found, { ...keeping, opened: true });
  if (found.food.category !== 'fruit') return own;
  const like = lifeOf(standing('fruit-salad'), { ...keeping, opened: true });
  return own && like && own.days <= like.days ? { ...own, ...shorter(own, like) } : like;
}

/** As `findShelfLife`, for a place: "tuna" in the pantry is a tin. */
export function findIn(name: string, placeKind: PlaceKind | undefined): Found | undefined {
  const found = findShelfLife(name);
  if (!placeKind) return found;
  const place = tableOf(placeKind);
  const id = found?.food.inPlace?.[place];
  if (id === undefined) return found;
  if (place !== 'pantry' && isCalledDry(name)) return found;
  const isTin = place === 'pantry';
  return id === null || (isTin && isFresh(name)) ? undefined : standing(id);
}

/** What came out of a freezer was not in a tin. */
function findThawed(name: string, placeKind: PlaceKind): Found | undefined {
  return findIn(name, tableOf(placeKind) === 'pantry' ? 'freezer' : placeKind);
}

/** Where a closed pack is normally kept; the freezer when called frozen, the fridge when cut. */
export function usualPlace(name: string): KeepingPlace | undefined {
  const food = findShelfLife(name)?.food;
  if (!food) return undefined;
  if (isCalledFrozen(name) && daysOf(food.keeps.freezer)) return 'freezer';
  if (isCutProduce(name, food)) return 'fridge';
  const usual = usualPlaceOf(food);
  return usual === 'freezer' && isCalledThawed(name) ? 'fridge' : usual;
}

function usualPlaceOf({ usual, category }: ShelfFood): KeepingPlace {
  return usual ?? CATEGORIES[category].usual;
}

/** True for fruit and vegetables called cut. */
export function isCutProduce(name: string, { category }: ShelfFood): boolean {
  return (category === 'fruit' || category === 'vegetables') && isCut(name);
}

function daysIn(food: ShelfFood, place: KeepingPlace, { opened, thawed }: Omit<Keeping, 'placeKind'>) {
  if (place === 'freezer') return daysOf(food.keeps.freezer);
  if (thawed && !isDry(food)) return thawedDays(food, place, opened);
  return opened ? openedDays(food, place) : closedDays(food, place);
}

function isDry(food: ShelfFood): boolean {
  return classOf(food) === 'keeps' || food.category === 'oils and fats';
}

/**
 * A closed pack keeps no shorter than an open one, and no shorter in the fridge than in the pantry. An opened
 * figure alone says nothing of the closed pack, unless it is never sealed, as a cake.
 */
function closedDays(food: ShelfFood, place: Cold): Days | undefined {
  const { keeps, opened, category } = food;
  const own = daysOf(keeps[place]);
  if (place === 'pantry') return own;
  const open = daysOf(opened?.fridge);
  if (isOfPantry(food) && keeps.pantry === 'label') return undefined;
  const closed = isOfPantry(food) ? longer(own, daysOf(keeps.pantry)) : own;
  const isNeverSealed = category === 'cakes and biscuits' || category === 'cooked and prepared';
  return closed || (isNeverSealed && keeps.fridge === undefined) ? longer(closed, open) : undefined;
}

/** Food of a shelf that needs the fridge only once open; not potatoes. */
function isOfPantry(food: ShelfFood): boolean {
  return usualPlaceOf(food) === 'pantry' && (isDry(food) || daysOf(food.opened?.fridge) !== undefined);
}

function openedDays(food: ShelfFood, place: Cold): Days | undefined {
  const { opened, category } = food;
  const closed = closedDays(food, place);
  // An open bag of crisps keeps in the fridge as in the pantry.
  const own = opened?.[place] ?? (isOfPantry(food) ? daysOf(opened?.pantry) && opened?.pantry : undefined);
  if (own !== undefined) return daysOf(own) && shorter(daysOf(own), closed);
  if (!closed) return undefined;
  // What must be cold once open does not stay in the pantry.
  const staysOut = place === 'fridge' || opened?.fridge === undefined;
  if (!staysOut) return undefined;
  if (CATEGORIES[category].openKeepsToo) return closed;
  return place === 'fridge' && closed.days <= SHORT ? shorter(closed, A_WEEK) : undefined;
}

/**
 * Meat thawed in the fridge keeps like fresh (FSIS, "The Big Thaw"); what keeps long or goes soft, like nearly all
 * frozen food in the FoodKeeper (rows 309 to 331).
 */
function thawedDays(food: ShelfFood, place: Cold, opened = false): Days | undefined {
  const { thawed, category } = food;
  const baked = category === 'bread' || category === 'cakes and biscuits';
  const room = baked ? daysOf(food.keeps.pantry) : undefined;
  if (place === 'pantry') return room;
  const fresh = closedDays(food, place) ?? room;
  const open = opened || !fresh ? openedDays(food, place) : undefined;
  if (thawed !== undefined) return shorter(daysOf(thawed), shorter(fresh, open));
  const softens = category === 'fruit' || category === 'vegetables' || category === 'herbs';
  const isSoldFrozen = category === 'frozen' && classOf(food) === 'shows';
  if (!fresh) return open ?? (softens || isSoldFrozen ? THAWED : undefined);
  return shorter(shorter(fresh, open), fresh.days > SHORT || softens ? THAWED : A_WEEK);
}

function standIn(food: ShelfFood, { placeKind, opened }: Keeping): Found | undefined {
  const isTin = food.category === 'tins and jars' && !food.opened && food.spoilsOpen !== 'keeps';
  return isTin && opened && placeKind === 'fridge' ? standing('tinned-vegetables') : undefined;
}

function standing(id: string): Found | undefined {
  const food = shelfFood(id);
  return food && { food, by: 'category' };
}
