import { BABY } from './foods/baby.js';
import { BREAD } from './foods/bakery/bread.js';
import { CAKES } from './foods/bakery/cakes.js';
import { CHEESE } from './foods/chilled/cheese.js';
import { DAIRY } from './foods/chilled/dairy.js';
import { EGGS } from './foods/chilled/eggs.js';
import { FATS } from './foods/chilled/fats.js';
import { PREPARED } from './foods/chilled/prepared.js';
import { BAKING } from './foods/cupboard/baking.js';
import { GRAINS } from './foods/cupboard/grains.js';
import { NUTS } from './foods/cupboard/nuts.js';
import { SAUCES } from './foods/cupboard/sauces.js';
import { SNACKS } from './foods/cupboard/snacks.js';
import { SPICES } from './foods/cupboard/spices.js';
import { SPREADS } from './foods/cupboard/spreads.js';
import { TINNED } from './foods/cupboard/tinned.js';
import { DRINKS } from './foods/drinks.js';
import type { Category, Figures, FoodRow, KeepingPlace, ShelfFood, SpoilClass } from './foods/food-row.js';
import { FROZEN } from './foods/frozen.js';
import { FRUIT } from './foods/greengrocer/fruit.js';
import { HERBS } from './foods/greengrocer/herbs.js';
import { VEGETABLES } from './foods/greengrocer/vegetables.js';
import { CURED_MEAT } from './foods/meat-and-fish/cured-meat.js';
import { FISH } from './foods/meat-and-fish/fish.js';
import { MEAT } from './foods/meat-and-fish/meat.js';
import { MEATLESS } from './foods/meat-and-fish/meatless.js';
import { POULTRY } from './foods/meat-and-fish/poultry.js';

export interface CategoryRules {
  foods: FoodRow[];
  /** For closed packs. */
  usual: KeepingPlace;
  /** Of most of its foods. */
  spoils: SpoilClass;
  /** Opening changes little. */
  openKeepsToo?: true;
}

const HIDDEN = 'does not show';
const SHOWS = 'shows';
const KEEPS = 'keeps';

/** The categories, in the order in which a shop has them. */
export const CATEGORIES: Record<Category, CategoryRules> = {
  dairy: { foods: DAIRY, usual: 'fridge', spoils: SHOWS },
  cheese: { foods: CHEESE, usual: 'fridge', spoils: SHOWS },
  eggs: { foods: EGGS, usual: 'fridge', spoils: SHOWS, openKeepsToo: true },
  'oils and fats': { foods: FATS, usual: 'fridge', spoils: KEEPS, openKeepsToo: true },
  meat: { foods: MEAT, usual: 'fridge', spoils: HIDDEN },
  'cured and sliced meat': { foods: CURED_MEAT, usual: 'fridge', spoils: HIDDEN },
  poultry: { foods: POULTRY, usual: 'fridge', spoils: HIDDEN },
  'fish and seafood': { foods: FISH, usual: 'fridge', spoils: HIDDEN },
  meatless: { foods: MEATLESS, usual: 'fridge', spoils: HIDDEN },
  'cooked and prepared': { foods: PREPARED, usual: 'fridge', spoils: HIDDEN },
  bread: { foods: BREAD, usual: 'pantry', spoils: SHOWS, openKeepsToo: true },
  'cakes and biscuits': { foods: CAKES, usual: 'pantry', spoils: SHOWS, openKeepsToo: true },
  fruit: { foods: FRUIT, usual: 'fridge', spoils: SHOWS },
  vegetables: { foods: VEGETABLES, usual: 'fridge', spoils: SHOWS },
  herbs: { foods: HERBS, usual: 'fridge', spoils: SHOWS },
  'grains and pasta': { foods: GRAINS, usual: 'pantry', spoils: KEEPS, openKeepsToo: true },
  'baking and spices': {
    foods: [...BAKING, ...SPICES],
    usual: 'pantry',
    spoils: KEEPS,
    openKeepsToo: true,
  },
  'tins and jars': { foods: TINNED, usual: 'pantry', spoils: KEEPS },
  sauces: { foods: SAUCES, usual: 'pantry', spoils: KEEPS },
  spreads: { foods: SPREADS, usual: 'pantry', spoils: KEEPS, openKeepsToo: true },
  'nuts and seeds': { foods: NUTS, usual: 'pantry', spoils: KEEPS, openKeepsToo: true },
  snacks: { foods: SNACKS, usual: 'pantry', spoils: KEEPS, openKeepsToo: true },
  drinks: { foods: DRINKS, usual: 'pantry', spoils: KEEPS },
  frozen: { foods: FROZEN, usual: 'freezer', spoils: SHOWS },
  'baby food': { foods: BABY, usual: 'pantry', spoils: HIDDEN },
};

function idOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’]/g, '');
  return plain.replace(/[^a-z0-9]+/g, '-');
}

/** Every food of the table, by category. */
export const SHELF_FOODS: ShelfFood[] = Object.entries(CATEGORIES).flatMap(([category, { foods }]) =>
  foods.map((food) => ({ ...food, ...figuresOf(food), id: idOf(food.name), category: category as Category })),
);

/** All sources together; one may know what the FoodKeeper leaves to the pack. */
function figuresOf({ keeps, opened, thawed, more = [] }: FoodRow): Figures {
  const all = [{ keeps, opened, thawed }, ...more];
  const last = all.map((figures) => figures.thawed).findLast((figure) => figure !== undefined);
  return {
    keeps: Object.assign({}, ...all.map((figures) => figures.keeps)),
    ...(all.some((figures) => figures.opened) && {
      opened: Object.assign({}, ...all.map((figures) => figures.opened)),
    }),
    ...(last !== undefined && { thawed: last }),
  };
}

const byId = new Map(SHELF_FOODS.map((food) => [food.id, food]));

export function shelfFood(id: string): ShelfFood | undefined {
  return byId.get(id);
}

/** How the closed food spoils, whatever it is called. */
export function classOf({ spoils, category }: ShelfFood): SpoilClass {
  return spoils ?? CATEGORIES[category].spoils;
}
