import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Figures, FoodRow, Keeps } from '../../../src/keeping/shelf-life/foods/food-row.js';
import { SOURCES } from '../../../src/keeping/shelf-life/foods/sources.js';
import { CATEGORIES, SHELF_FOODS, shelfFood } from '../../../src/keeping/shelf-life/table.js';
import { lettersOf, stemsOf } from '../../../src/keeping/shelf-life/words.js';

type Figure = [least: number, most: number] | string;
type FoodKeeperRow = Record<string, Figure>;

/** What the USDA FoodKeeper data says, by its row: made by bin/foodkeeper-figures.mjs. */
const foodKeeper: Record<string, FoodKeeperRow> = JSON.parse(
  readFileSync(new URL('./foodkeeper-figures.json', import.meta.url), 'utf8'),
);

const FLAGS: Record<string, Keeps> = {
  'Not Recommended': 'no',
  'Package use-by date': 'label',
  Indefinitely: 'ever',
};

/** Rows whose figures can't be right, or that other guidance calls unsafe. */
const LEFT_OUT = {
  195: 'a sealed loaf keeps two weeks, the sliced one of row 461 three days; and longer opened than closed',
  204: 'opened pastries keep 420 days in the fridge',
  519: 'sliced Canadian bacon keeps a year in the freezer, the whole piece two months',
  574: 'home-made bread keeps 60 days in the fridge',
  665: 'pastrami keeps 40 days, other sliced meat 3 to 14',
  679: 'mung bean sprouts keep 28 days, bean sprouts 5',
  178: 'cooked rice keeps 4 days; the UK Food Standards Agency says one',
};

/** Both figures, the smaller first, or one for two that are the same; a pantry figure of 0 days says not to. */
function bothOf(figure: Figure): Keeps | undefined {
  if (typeof figure === 'string') return FLAGS[figure];
  const [least, most] = [Math.min(...figure), Math.max(...figure)];
  if (most === 0) return 'no';
  return least === most ? least : [least, most];
}

function expected(figures: FoodKeeperRow): Record<string, Keeps> {
  const known = Object.entries(figures).map(([name, figure]) => [name, bothOf(figure)] as const);
  return Object.fromEntries(known.filter(([, keeps]) => keeps !== undefined)) as Record<string, Keeps>;
}

/** The figures of a row, or of what another source has to add to it, by their names in the data. */
function written({ keeps, opened = {}, thawed }: Partial<Figures>): Record<string, Keeps> {
  const ofOpened = Object.entries(opened).map(([place, days]) => [`opened_${place}`, days] as const);
  return { ...keeps, ...Object.fromEntries(ofOpened), ...(thawed ? { thawed_fridge: thawed } : {}) };
}

const rows: FoodRow[] = Object.values(CATEGORIES).flatMap(({ foods }) => foods);
const inTable = ({ name }: FoodRow) => SHELF_FOODS.find((food) => food.name === name) ?? {};

describe('The table of shelf lives', () => {
  test('has the foods of a household, each with an id of its own', () => {
    expect(SHELF_FOODS.length).toBeGreaterThanOrEqual(560);
    expect(new Set(SHELF_FOODS.map(({ id }) => id)).size).toBe(SHELF_FOODS.length);
    // The column that keeps an id takes 20 letters.
    expect(SHELF_FOODS.filter(({ id }) => !/^[a-z][a-z-]{1,18}[a-z]$/.test(id))).toEqual([]);
    for (const { foods } of Object.values(CATEGORIES)) expect(foods.length).toBeGreaterThan(0);
  });

  test('says what the FoodKeeper says, both figures of each, and leaves nothing of it out', () => {
    const wrong = rows.flatMap((food) => {
      const source = food.row === undefined ? {} : foodKeeper[food.row];
      const same =
        source && JSON.stringify(sorted(written(food))) === JSON.stringify(sorted(expected(source)));
      return same ? [] : [{ name: food.name, row: food.row, written: written(food), source }];
    });
    expect(wrong).toEqual([]);
  });

  test('names the source of each other figure, which the FoodKeeper leaves open or leaves to the pack', () => {
    const wrong = rows.filter((food) => {
      const known = written(food);
      const others = (food.more ?? []).flatMap((more) => Object.keys(written(more)));
      return others.some((figure) => known[figure] !== undefined && known[figure] !== 'label');
    });
    expect(wrong).toEqual([]);
    const named = rows.flatMap(({ more = [] }) => more.map(({ source }) => source));
    expect(new Set(named)).toEqual(new Set(Object.keys(SOURCES)));
    for (const { title, publisher } of Object.values(SOURCES)) expect([title, publisher]).not.toContain('');
  });

  test('has every figure that its rows have', () => {
    for (const food of rows) {
      const together = Object.assign({}, written(food), ...(food.more ?? []).map(written));
      expect([food.name, sorted(written(inTable(food)))]).toEqual([food.name, sorted(together)]);
    }
  });

  test('uses no row that is known to be wrong', () => {
    const leftOut = Object.keys(LEFT_OUT).map(Number);
    expect(SHELF_FOODS.filter(({ row = 0 }) => leftOut.includes(row))).toEqual([]);
  });

  test('gives no number where the source says to read the pack', () => {
    expect(shelfFood('soya-milk')?.keeps.fridge).toBe('label');
    expect(shelfFood('shortcrust-pastry')?.keeps).toEqual({ fridge: 'label', freezer: 60 });
  });

  test('has each name once, however it is written', () => {
    const names = SHELF_FOODS.flatMap((food) =>
      [food.name, ...(food.also?.split(', ') ?? [])].map((name) => ({ id: food.id, name })),
    );
    const owners = new Map<string, Set<string>>();
    for (const { id, name } of names) {
      for (const key of [stemsOf(name).join(' '), lettersOf(name)]) {
        owners.set(key, (owners.get(key) ?? new Set()).add(id));
      }
    }
    expect([...owners].filter(([, ids]) => ids.size > 1).map(([key, ids]) => [key, ...ids])).toEqual([]);
  });

  test('sends to rows that exist', () => {
    const missing = SHELF_FOODS.flatMap((food) =>
      Object.values(food.inPlace ?? {}).filter((id) => id !== null && !shelfFood(id)),
    );
    expect(missing).toEqual([]);
  });
});

function sorted(record: Record<string, Keeps>): [string, Keeps][] {
  return Object.entries(record).sort(([a], [b]) => a.localeCompare(b));
}
