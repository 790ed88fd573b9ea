import { sql } from 'kysely';
import { byEngine } from '../../database/by-engine.js';
import type { Database } from '../../database/database.js';
import { thoseHad } from '../../foods/had.repository.js';
import { listItemsOfFoods } from '../../items/item.repository.js';
import type { Member } from '../../members/member.js';
import { listPlaces } from '../../places/place.repository.js';
import type { CountedPlace, Food, Item } from '../../stock/stock.js';
import { byName } from '../../text.js';
import { byNearness, type Nearness, nearness } from './nearness.js';
import { wantedIn } from './spelling.js';

export interface FoundFood extends Food {
  nearness: Nearness;
  /** The one to eat first at the top. */
  items: Item[];
}

export interface FoundPlace extends CountedPlace {
  nearness: Nearness;
}

export interface Found {
  foods: FoundFood[];
  moreFoods: number;
  places: FoundPlace[];
}

/**
 * Foods and places whose names have every word, or nearly: the nearest first, then those in stock.
 * @param text as typed
 * @param most foods at most
 */
export async function search(db: Database, member: Member, text: string, most: number): Promise<Found> {
  const wanted = wantedIn(text);
  if (wanted.length === 0) return { foods: [], moreFoods: 0, places: [] };
  const near = nearOnes(await listFoodsLike(db, member, wanted), wanted);
  const foods = (await thoseHad(db, member, near)).sort(nearestFirst);
  const shown = foods.slice(0, most);
  const inStock = shown.filter((food) => food.inStock).map(({ id }) => id);
  const items = await listItemsOfFoods(db, member, inStock);
  return {
    foods: shown.map(({ id, name, nearness }) => ({
      id,
      name,
      nearness,
      items: items.filter(({ foodId }) => foodId === id),
    })),
    moreFoods: foods.length - shown.length,
    places: await findPlacesLike(db, member, wanted),
  };
}

type NearFood = Awaited<ReturnType<typeof listFoodsLike>>[number] & { nearness: Nearness };

function nearestFirst(one: NearFood, other: NearFood): number {
  return (
    byNearness(one.nearness, other.nearness) ||
    Number(other.inStock) - Number(one.inStock) ||
    byName(one, other)
  );
}

/** Places are few: all are compared. */
async function findPlacesLike(db: Database, member: Member, wanted: string[]): Promise<FoundPlace[]> {
  const places = nearOnes(await listPlaces(db, member), wanted);
  return places.sort((one, other) => byNearness(one.nearness, other.nearness) || byName(one, other));
}

function nearOnes<T extends { name: string }>(rows: T[], wanted: string[]): (T & { nearness: Nearness })[] {
  return rows.flatMap((row) => {
    const near = nearness(wanted, row.name);
    return near ? [{ ...row, nearness: near }] : [];
  });
}

/**
 * Foods that may be near: they share three letters in a row with each word. A slip spoils at most four of those,
 * and a word has more. Foods without words yet are added.
 */
function listFoodsLike(db: Database, { household }: Member, wanted: string[]) {
  const unwritten = db
    .selectFrom('food_words')
    .select('food_id')
    .where('household_id', '=', household.id)
    .where('words', 'is', null);
  const like = byEngine<{ food_id: number }>({
    sqlite: indexed(db, household.id, wanted).unionAll(unwritten),
    postgres: compared(db, household.id, wanted).unionAll(unwritten),
  });
  return db
    .selectFrom('foods as f')
    .select(['f.id', 'f.name'])
    .select((e) =>
      e
        .exists(
          e
            .selectFrom('items as i')
            .select('i.id')
            .whereRef('i.household_id', '=', 'f.household_id')
            .whereRef('i.food_id', '=', 'f.id'),
        )
        .as('inStock'),
    )
    .where('f.id', 'in', like.$castTo<number>())
    .where('f.household_id', '=', household.id)
    .execute();
}

/** SQLite has an index of the letters, in which a household's foods stand together. */
function indexed(db: Database, household: number, wanted: string[]) {
  const first = sql<number>`cast(${household} as integer) * 4294967296`;
  return db
    .selectFrom('food_letters as l')
    .select(sql<number>`l.rowid & 4294967295`.as('food_id'))
    .where('l.food_letters', 'match', wanted.map(anyLetters).join(' AND '))
    .where((l) => l.between('l.rowid', first, sql<number>`${first} + 4294967295`));
}

/** PostgreSQL compares the words of the household's foods: 300 take it one millisecond, 5,000 some twenty (PostgreSQL 15). */
function compared(db: Database, household: number, wanted: string[]) {
  return db
    .selectFrom('food_words')
    .select('food_id')
    .where('household_id', '=', household)
    .where((e) =>
      e.and(wanted.map((word) => sql<boolean>`words like any (${threes(word).map(within)}::text[])`)),
    );
}

function within(letters: string): string {
  return `%${letters.replace(/[\\%_]/g, '\\$&')}%`;
}

function anyLetters(word: string): string {
  return `(${threes(word)
    .map((letters) => `"${letters.replaceAll('"', '""')}"`)
    .join(' OR ')})`;
}

/** Letters; a longer word is found by its inside. */
const LONG = 7;

function threes(word: string): string[] {
  const letters = [...word];
  // The index has two spaces before each word and one after: a short word must begin one.
  if (letters.length < 3) return [`  ${word}`, `  ${letters[0]} `];
  const spaced = letters.length < LONG ? [' ', ' ', ...letters, ' '] : letters;
  const all = spaced.slice(2).map((_, n) => spaced.slice(n, n + 3).join(''));
  return [...new Set(all)];
}
