import { describe, expect, test } from 'vitest';
import { type Keeping, type ShelfLife, shelfLife } from '../../../src/keeping/shelf-life/estimate.js';
import { classOf, SHELF_FOODS } from '../../../src/keeping/shelf-life/table.js';

/** What keeps; but pasta in the fridge, or out of the freezer, was cooked. */
const DRY = new Set(
  SHELF_FOODS.filter((food) => classOf(food) === 'keeps' && food.inPlace?.fridge === undefined).map(
    ({ name }) => name,
  ),
);

/** What is said of each row, by the name that it has there. */
function everyFood(check: (life: (keeping: Keeping) => ShelfLife | undefined, name: string) => boolean) {
  return SHELF_FOODS.filter(
    ({ id, name }) =>
      !check((keeping) => {
        const life = shelfLife(name, keeping);
        return life?.source.id === id ? life : undefined;
      }, name),
  ).map(({ name }) => name);
}

/** True unless both are known and the one keeps shorter than the other, by either figure. */
const keepsNoShorter = (one: ShelfLife | undefined, other: ShelfLife | undefined) =>
  !one || !other || (one.days >= other.days && one.most >= other.most);

const fridge = { placeKind: 'fridge' } as const;
const freezer = { placeKind: 'freezer' } as const;
const pantry = { placeKind: 'pantry' } as const;

describe('Of every row of the table', () => {
  test('the smaller figure is the smaller one', () => {
    const states = [fridge, freezer, pantry].flatMap((place) => [
      place,
      { ...place, opened: true },
      { ...place, thawed: true },
    ]);
    expect(
      everyFood((life) =>
        states.every((state) => {
          const of = life(state);
          return !of || (of.days >= 1 && of.days <= of.most);
        }),
      ),
    ).toEqual([]);
  });

  test('a closed pack keeps no shorter than an open one', () => {
    expect(everyFood((life) => keepsNoShorter(life(fridge), life({ ...fridge, opened: true })))).toEqual([]);
    expect(everyFood((life) => keepsNoShorter(life(pantry), life({ ...pantry, opened: true })))).toEqual([]);
  });

  test('what keeps in the pantry keeps no shorter in the fridge while it is closed', () => {
    expect(everyFood((life, name) => !DRY.has(name) || keepsNoShorter(life(fridge), life(pantry)))).toEqual(
      [],
    );
    expect(everyFood((life, name) => !DRY.has(name) || !life(pantry) || life(fridge) !== undefined)).toEqual(
      [],
    );
  });

  test('an open pack of dry goods keeps no longer in the fridge than the sources say of any open one', () => {
    const dry = everyFood((life, name) => {
      const [cold, out] = [life({ ...fridge, opened: true }), life({ ...pantry, opened: true })];
      const food = SHELF_FOODS.find((one) => one.name === name);
      return !out || food?.opened?.fridge !== undefined || food?.keeps.fridge !== undefined || !DRY.has(name)
        ? true
        : cold?.days === out.days && cold.most === out.most;
    });
    expect(dry).toEqual([]);
  });

  test('thawing does nothing to what keeps, and makes nothing else keep longer', () => {
    const same = (one?: ShelfLife, other?: ShelfLife) =>
      one?.days === other?.days && one?.most === other?.most;
    for (const place of [fridge, pantry]) {
      const thawed = { ...place, thawed: true };
      expect(everyFood((life, name) => !DRY.has(name) || same(life(place), life(thawed)))).toEqual([]);
      expect(everyFood((life) => keepsNoShorter(life(place), life(thawed)))).toEqual([]);
    }
  });
});
