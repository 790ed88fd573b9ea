import type { SourceId } from './sources.js';

/** Where food has figures. */
export type KeepingPlace = 'fridge' | 'freezer' | 'pantry';

/**
 * How long something keeps, in days: the smaller and the larger figure, or one number. `'no'`: not recommended
 * there. `'label'`: only the pack says. `'ever'`: it does not go off. Left out: unknown.
 */
export type Keeps = number | [smaller: number, larger: number] | 'no' | 'label' | 'ever';

export type SpoilClass = 'does not show' | 'shows' | 'keeps';

export interface Figures {
  /** Closed, or the whole food. */
  keeps: Partial<Record<KeepingPlace, Keeps>>;
  opened?: Partial<Record<'fridge' | 'pantry', Keeps>>;
  /** In the fridge. */
  thawed?: Keeps;
}

/** Figures that the FoodKeeper leaves open. */
export interface MoreFigures extends Partial<Figures> {
  source: SourceId;
}

/** A food of the table; without figures it only says how it spoils. */
export interface FoodRow extends Partial<Figures> {
  /** The row of the USDA FoodKeeper data with its figures, but for those in `more`. */
  row?: number;
  more?: MoreFigures[];
  name: string;
  /**
   * Other names between commas; plurals are understood, and a brand or an adjective may come before. After `*` any
   * food may come before it too ("*jam": plum jam); after `=` nothing may.
   */
  also?: string;
  /** Where the closed pack is kept, when not as its category. */
  usual?: KeepingPlace;
  spoils?: SpoilClass;
  /** Once open, when its opened figure does not tell. */
  spoilsOpen?: SpoilClass;
  /**
   * The id of another row for a place: tuna in the pantry is a tin. Null where no row may answer: rice in the
   * fridge was cooked.
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

export interface ShelfFood extends Omit<FoodRow, keyof Figures>, Figures {
  /** Its name in addresses: "minced-beef". Stored with items: 20 letters at most, never changed. */
  id: string;
  category: Category;
}
