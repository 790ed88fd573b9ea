import { expect, test } from 'vitest';
import { addDays } from '../../src/calendar/day.js';
import type { PlaceKind } from '../../src/database/tables.js';
import { adviceOn } from '../../src/eat-first/advice.js';
import { groupOf } from '../../src/eat-first/group.js';
import { eatBy } from '../../src/keeping/eat-by.js';
import { movedTo, opened } from '../../src/keeping/fact-changes.js';
import type { Facts } from '../../src/keeping/facts.js';
import { SHELF_FOODS } from '../../src/keeping/shelf-life/table.js';
import { factsOf, item } from '../eat-first/items.js';
import { Choices } from '../support/seeded.js';

const TODAY = '2026-11-24';
const KINDS: PlaceKind[] = ['fridge', 'freezer', 'pantry', 'other'];
const NAMES = [...SHELF_FOODS.map(({ name }) => name), 'Odd thing', 'Grandmother’s stew'];

type Act = (facts: Facts) => Partial<Facts>;

const moved =
  (to: PlaceKind, on: string): Act =>
  (facts) => ({ ...movedTo(facts, to, on), placeKind: to });
const dated =
  (printedOn: string | null): Act =>
  () => ({ printedOn });

function anyFood(random: Choices): Facts {
  const printedOn = random.chance(0.5) ? addDays(TODAY, random.below(60) - 20) : null;
  return factsOf(random.oneOf(NAMES), printedOn, {
    placeKind: random.oneOf(KINDS),
    unit: random.oneOf(['', 'kg', 'tin']),
    dateKind: random.chance(0.3) ? 'use_by' : 'best_before',
    boughtOn: addDays(TODAY, -random.below(20)),
  });
}

function run(facts: Facts, acts: Act[]): Facts {
  let now = facts;
  for (const act of acts) now = { ...now, ...act(now) };
  return now;
}

test('Opening, moving and writing a date down come to the same day in any order', () => {
  const random = new Choices('any order');
  for (let n = 0; n < 3000; n += 1) {
    const food = anyFood(random);
    const to = random.oneOf(KINDS.filter((kind) => (kind === 'freezer') === (food.placeKind === 'freezer')));
    const acts: Act[] = [
      (facts) => opened(facts, TODAY),
      moved(to, TODAY),
      dated(addDays(TODAY, random.below(40))),
    ];
    const [one, two, three] = acts as [Act, Act, Act];
    const orders = [
      [one, two, three],
      [one, three, two],
      [two, one, three],
      [two, three, one],
      [three, one, two],
      [three, two, one],
    ];
    const outcomes = orders.map((order) => eatBy(run(food, order)));
    for (const outcome of outcomes) expect(outcome, food.name).toEqual(outcomes[0]);
  }
});

test('Opening and freezing on one day, or writing the date down after all, come to the same day', () => {
  const random = new Choices('freezing');
  for (let n = 0; n < 3000; n += 1) {
    const food = { ...anyFood(random), placeKind: random.oneOf(KINDS.filter((kind) => kind !== 'freezer')) };
    const home = food.placeKind;
    const [opening, freezing]: Act[] = [(facts) => opened(facts, TODAY), moved('freezer', TODAY)] as [
      Act,
      Act,
    ];
    const thawing = moved(home, addDays(TODAY, 9));
    const writing = dated(addDays(TODAY, random.below(40) - 5));
    if (!opening || !freezing) throw new Error('Two acts');
    const wanted = eatBy(run(food, [writing, opening, freezing, thawing]));
    for (const order of [
      [opening, writing, freezing, thawing],
      [freezing, opening, thawing, writing],
      [opening, freezing, writing, thawing],
      [freezing, thawing, writing, () => ({ openedOn: TODAY })],
    ])
      expect(eatBy(run(food, order)), food.name).toEqual(wanted);
  }
});

test('No action makes a printed date later, or loses it', () => {
  const random = new Choices('never later');
  for (let n = 0; n < 5000; n += 1) {
    const printedOn = addDays(TODAY, random.below(60));
    let food: Facts = { ...anyFood(random), printedOn };
    let day = TODAY;
    for (let step = 0; step < 4; step += 1) {
      const act: Act = random.chance(0.4) ? (facts) => opened(facts, day) : moved(random.oneOf(KINDS), day);
      const next = { ...food, ...act(food) };
      const [was, is] = [eatBy(food), eatBy(next)];
      expect(next.printedOn).toBe(printedOn);
      const stays = food.placeKind !== 'freezer' && next.placeKind !== 'freezer' && next.thawedOn === null;
      if (stays && food.placeKind === next.placeKind) expect((is.day ?? '~') <= (was.day ?? '~')).toBe(true);
      if (stays) expect((is.day ?? '~') <= printedOn, food.name).toBe(true);
      // Once thawed, a printed date that is still to come holds.
      if (next.placeKind !== 'freezer' && day <= printedOn && !wasLate(next))
        expect((is.day ?? '~') <= printedOn, food.name).toBe(true);
      food = next;
      day = addDays(day, random.below(5));
    }
  }
});

/** True for what was thawed when the date on its pack had passed in the freezer. */
function wasLate({ thawedOn, printedOn }: Facts): boolean {
  return thawedOn !== null && printedOn !== null && printedOn < thawedOn;
}

test('Nothing but a hard day, or what is open or thawed beyond the larger figure, says to throw it away', () => {
  const random = new Choices('throw away');
  for (let n = 0; n < 5000; n += 1) {
    let food = anyFood(random);
    let day = addDays(TODAY, -15);
    for (let step = 0; step < random.below(4); step += 1) {
      const act: Act = random.chance(0.5) ? (facts) => opened(facts, day) : moved(random.oneOf(KINDS), day);
      food = { ...food, ...act(food) };
      day = addDays(day, random.below(5));
    }
    const one = item(food.name, food.printedOn, food);
    const said = adviceOn(one, TODAY)?.text ?? '';
    const isThrown = groupOf(one, TODAY) === 'throw away';
    expect(/throw it away/i.test(said) && !/in doubt/.test(said), food.name).toBe(isThrown);
    const isHard = food.dateKind === 'use_by' && food.printedOn !== null;
    const isBegun = food.openedOn !== null || food.thawedOn !== null;
    if (isThrown) expect(isHard || isBegun, food.name).toBe(true);
  }
});
