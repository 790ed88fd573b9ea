import type { Generated, Selectable } from 'kysely';
import type {
  DateOrder,
  Defaulted,
  Fixed,
  HouseholdsTable,
  InvitationsTable,
  MembershipsTable,
  NoticesTable,
  SignInLinksTable,
  UsersTable,
} from './people-tables.js';
import type { PlaceKind } from './place-kinds.js';

export type { DateOrder, NoticesTable, PlaceKind, UsersTable };

export interface PlacesTable {
  id: Generated<number>;
  household_id: Fixed<number>;
  name: string;
  name_key: string;
  kind: PlaceKind;
  created_at: Fixed<string>;
}

export interface FoodsTable {
  id: Generated<number>;
  household_id: Fixed<number>;
  name: string;
  name_key: string;
  category: string | null;
  created_at: Fixed<string>;
}

/** The words by which a food is found. Triggers make and delete a food's row, and empty it when the food is renamed. */
export interface FoodWordsTable {
  household_id: Fixed<number>;
  food_id: Fixed<number>;
  /** As keptWords makes them of the name; null until the program has. */
  words: string | null;
}

/** An FTS5 index of the words' letters, kept by triggers. */
export interface FoodLettersTable {
  rowid: Fixed<number>;
  /** Only for `match`. */
  food_letters: Fixed<string>;
}

export type Level = 'have' | 'low' | 'out';
export type DateKind = 'best_before' | 'use_by';

export interface ItemsTable {
  id: Generated<number>;
  household_id: Fixed<number>;
  place_id: number;
  food_id: number;
  quantity_milli: number;
  unit: string;
  /** The day to eat it by, computed from the facts, as the last four columns are. */
  best_before: Defaulted<string | null>;
  revision: Generated<number>;
  created_at: Fixed<string>;
  /** Instead of a count; the quantity then is the last count. */
  level: Defaulted<Level | null>;
  date_kind: Defaulted<DateKind>;
  printed_on: Defaulted<string | null>;
  /** The row of the shelf-life table that best_before comes from; null when it was read or typed. */
  estimate_id: Defaulted<string | null>;
  bought_on: string;
  /** The household's own guess; `none` for no date at all. */
  own_date: Defaulted<string | null>;
  opened_on: Defaulted<string | null>;
  frozen_on: Defaulted<string | null>;
  /** The kind of place it came from. */
  frozen_from: Defaulted<PlaceKind | null>;
  thawed_on: Defaulted<string | null>;
  last_on: Defaulted<string | null>;
  limit_on: Defaulted<string | null>;
  spoils: Defaulted<Spoils | null>;
}

/** How an item spoils; see src/keeping. */
export type Spoils = 'does not show' | 'shows' | 'keeps' | 'frozen';

/** The version of the table and the rule that the dates were computed by. */
export interface ReckoningsTable {
  what: string;
  version: string;
}

export interface ActionsTable {
  id: Generated<number>;
  household_id: Fixed<number>;
  user_id: number | null;
  kind: Fixed<string>;
  once_key: Fixed<string | null>;
  undoes_action_id: Fixed<number | null>;
  created_at: Fixed<string>;
  /** 1 while its undo stands. */
  is_undone: Defaulted<number>;
  reason: Defaulted<string | null>;
  /** When it is not the day on which it was told. */
  happened_on: Defaulted<string | null>;
}

export interface JournalEntriesTable {
  id: Generated<number>;
  action_id: Fixed<number>;
  subject: Fixed<'place' | 'food' | 'item'>;
  subject_id: Fixed<number>;
  before: Fixed<string | null>;
  after: Fixed<string | null>;
  /** The item's, so that a food's or a place's past is found by an index. */
  food_id: Defaulted<number | null>;
  place_before: Defaulted<number | null>;
  place_after: Defaulted<number | null>;
  how: Defaulted<'eaten' | 'thrown_away' | null>;
}

/** Unfinished multi-step entries, and what became of those that were committed. */
export interface DraftsTable {
  id: Fixed<string>;
  kind: Fixed<string>;
  /** Null while nobody is signed in. */
  owner_id: number | null;
  household_id: Fixed<number>;
  state: 'open' | 'discarded' | 'committed';
  /** Random, new at each saved step. */
  revision: string;
  version: number;
  keys: string;
  body: string;
  /** The token of the form that started it; null once it is done. */
  once: string | null;
  /** What was committed, as JSON; null before. */
  content: Defaulted<string | null>;
  result_address: Defaulted<string | null>;
  action_id: Defaulted<number | null>;
  started_at: Fixed<string>;
  changed_at: string;
}

export interface ShoppingLinesTable {
  id: Generated<number>;
  household_id: Fixed<number>;
  name: string;
  name_key: string;
  quantity_milli: number | null;
  unit: string;
  note: string;
  added_by: Fixed<number | null>;
  created_at: Fixed<string>;
  ticked_by: Defaulted<number | null>;
  ticked_at: Defaulted<string | null>;
  removed_at: Defaulted<string | null>;
  /** The action that put it away, unless undone. */
  put_away_in: Defaulted<number | null>;
  revision: Generated<number>;
}

/** Forms that added to a shopping list lately, so that a second tap adds nothing. */
export interface ShoppingSentTable {
  once_key: Fixed<string>;
  household_id: Fixed<number>;
  created_at: Fixed<string>;
}

/** A JSON list of aisles, in the order of the household's shop. */
export interface AisleOrdersTable {
  household_id: Fixed<number>;
  aisles: string;
}

/** Where somebody of the household said that a thing is. */
export interface AisleChoicesTable {
  household_id: Fixed<number>;
  name_key: Fixed<string>;
  aisle: string;
}

/** What an action on a food changed in a line of the shopping list: parts of its row, as JSON. */
export interface LineChangesTable {
  id: Generated<number>;
  household_id: Fixed<number>;
  action_id: Fixed<number>;
  line_id: Fixed<number>;
  before: Fixed<string>;
  after: Fixed<string>;
}

export interface Tables {
  households: HouseholdsTable;
  users: UsersTable;
  memberships: MembershipsTable;
  places: PlacesTable;
  foods: FoodsTable;
  food_words: FoodWordsTable;
  food_letters: FoodLettersTable;
  items: ItemsTable;
  actions: ActionsTable;
  journal_entries: JournalEntriesTable;
  drafts: DraftsTable;
  invitations: InvitationsTable;
  notices: NoticesTable;
  sign_in_links: SignInLinksTable;
  shopping_lines: ShoppingLinesTable;
  line_changes: LineChangesTable;
  shopping_sent: ShoppingSentTable;
  aisle_orders: AisleOrdersTable;
  aisle_choices: AisleChoicesTable;
  reckonings: ReckoningsTable;
}

export type PlaceRow = Selectable<PlacesTable>;
export type FoodRow = Selectable<FoodsTable>;
export type ItemRow = Selectable<ItemsTable>;
