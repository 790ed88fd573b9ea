import type { PlaceKind } from '../../../database/tables.js';
import type { SourceId } from './sources.js';

/** Where food has a figure of its own; of a place of another kind nothing is known. */
export type KeepingPlace = Exclude<PlaceKind, 'other'>;

/**
 * How long something keeps: whole days, the smaller and the larger figure of the source, or one number when they are
 * the same. `'no'`: not recommended there. `'label'`: only the date on the pack says. `'ever'`: it does not go off.
 * Left out: not known.
 */
export type Keeps = number | [smaller: number, larger: number] | 'no' | 'label' | 'ever';

/** How food spoils; see spoil-class.ts. */
export type SpoilClass = 'does not show' | 'shows' | 'keeps';

/** How long a food keeps, place by place. */
export interface Figures {
  /** The closed pack, or the whole food. */
  keeps: Partial<Record<KeepingPlace, Keeps>>;
  opened?: Partial<Record<'fridge' | 'pantry', Keeps>>;
  /** In the fridge, after thawing. */
  thawed?: Keeps;
}

/** Figures that the FoodKeeper leaves open, or leaves to the pack. */
export interface MoreFigures extends Partial<Figures> {
  source: SourceId;
}

/**
 * A food of the curated table, as its category's file writes it. Without any figures it only says how the food spoils.
 */
export interface FoodRow extends Partial<Figures> {
  /** The row of the USDA FoodKeeper data that its figures are copied from, but for those in `more`. */
  row?: number;
  more?: MoreFigures[];
  name: string;
  /**
   * Other names, British and American, between commas; a plural is understood. A brand or an adjective may come
   * before each. After `*` any other food may come before it too ("*jam": plum jam); after `=` nothing may.
   */
  also?: string;
  /** Where the closed pack is normally kept, when not where its category is. */
  usual?: KeepingPlace;
  /** When not as its category. */
  spoils?: SpoilClass;
  /** Once it is open, when its opened figure does not tell. */
  spoilsOpen?: SpoilClass;
  /**
   * Another row, by id, that tells more in a place: tuna in the pantry is a tin. Null where the name is likely to
   * mean what no row may answer for: rice in the fridge was cooked.
   */
  inPlace?: Partial<Record<KeepingPlace, string | null>>;
}

export type Category =
  | 'dairy'
  | 'cheese'
  | 'eggs'
  | 'oils and fats'
  | 'meat'
  | 'cured and sliced meat'
  | 'poultry'
  | 'fish and seafood'
  | 'meatless'
  | 'cooked and prepared'
  | 'bread'
  | 'cakes and biscuits'
  | 'fruit'
  | 'vegetables'
  | 'herbs'
  | 'grains and pasta'
  | 'baking and spices'
  | 'tins and jars'
  | 'sauces'
  | 'spreads'
  | 'nuts and seeds'
  | 'snacks'
  | 'drinks'
  | 'frozen'
  | 'baby food';

/** A row with all its figures together. */
export interface ShelfFood extends Omit<FoodRow, keyof Figures>, Figures {
  /** Its name as part of an address: "minced-beef". Stored with items, 20 letters at most: never changed. */
  id: string;
  category: Category;
}
