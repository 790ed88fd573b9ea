import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/calendar/day.js';
import { parseLine } from '../../src/entry-line/entry-line.js';
import { printLine } from '../../src/entry-line/print-line.js';
import { type Entry, type LineContext, NOTHING_SAID } from '../../src/entry-line/words/entry.js';
import { knownFoods } from '../../src/entry-line/words/known-foods.js';
import { tidy } from '../../src/text.js';
import { Choices } from '../support/seeded.js';
import { kitchen, TODAY } from './reading.js';

const RUNS = 1000;
/** Words that mean something in a line, and so are the hardest to have in a name. */
const MEANING =
  '2 7 1/2 ½ 300 g 1kg x × 2x x2 2x500g of a an half dozen tins pack loaf fl oz fri sun may 5th dec 12/3 12.3. 2026-12-05 ' +
  'tomorrow today in on by bb exp: use before best end week days 3d next the opened frozen bought ago yesterday last mid ' +
  'month 06.27 12 06 27 bbe L. fridge freezer: pantry, drawer bread bin ' +
  'Crèmerie “ ” " "" , ; : - % é (2) (fri) „ « » ( ) @';
const NONSENSE = 'milk Käse up spice omega vitamin 牛乳 zq wobble rolls made for 🥛 d';
const meaning = MEANING.split(' ');
const nonsense = NONSENSE.split(' ');
const PLACE_NAMES = ['Fri', '2 kg', 'in the', 'Shelf "A"', '“Top”', 'Café', 'Cafe', 'Box: blue', 'use by'];

function wordsOf(random: Choices, from: string[], most: number): string {
  const words = Array.from({ length: 1 + random.below(most) }, () => random.oneOf(from));
  return tidy(words.join(random.chance(0.9) ? ' ' : ''));
}

function contextOf(random: Choices): LineContext {
  const more = PLACE_NAMES.filter(() => random.chance(0.3)).map((name, index) => {
    return { id: 100 + index, name, kind: random.oneOf(['fridge', 'pantry', 'other'] as const) };
  });
  return {
    places: [...kitchen.places.filter(() => random.chance(0.7)), ...more],
    today: addDays(TODAY, random.below(800)),
    dateOrder: random.oneOf(['day-month', 'month-day'] as const),
  };
}

function entryOf(random: Choices, context: LineContext): Entry {
  const counted = random.chance(0.7);
  const dated = random.chance(0.6);
  const units = [
    '',
    'g',
    'kg',
    'tins',
    'pack',
    'pound',
    'Päckchen',
    '× 500 g',
    'big "bag"',
    'fri',
    'x',
    'of',
    '2',
  ];
  const passed = () => (random.chance(0.2) ? addDays(context.today, -random.below(800)) : null);
  return {
    name: wordsOf(random, [...meaning, ...nonsense], 5)
      .slice(0, 80)
      .trim(),
    quantityMilli: counted ? 1 + random.below(random.oneOf([2000, 1_000_000, 1_000_000_000])) : null,
    unit: counted ? random.oneOf(units) : '',
    placeId: random.chance(0.6) ? (random.pick(context.places)?.id ?? null) : null,
    bestBefore: dated ? addDays('2000-01-01', random.below(73_000)) : null,
    dateKind: dated && random.chance(0.4) ? 'use_by' : 'best_before',
    openedOn: passed(),
    boughtOn: passed(),
    frozenOn: passed(),
  };
}

describe('What Larder prints', () => {
  test('it reads back, whatever the entry and the household', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const random = new Choices('print', run);
      const context = contextOf(random);
      const entry = entryOf(random, context);
      const line = printLine(entry, context);
      expect({ line, entry: parseLine(line, context) }).toEqual({ line, entry });
    }
  }, 120_000);

  test('has no quotes where it needs none', () => {
    const entry = { ...NOTHING_SAID, name: 'Spinach', quantityMilli: 300_000, unit: 'g', placeId: 1 };
    const line = printLine({ ...entry, bestBefore: '2026-11-27', dateKind: 'use_by' }, kitchen);
    expect(line).toBe('300 g Spinach in Fridge use by 2026-11-27');
    expect(printLine({ ...NOTHING_SAID, name: '7 up' }, kitchen)).toBe('7 up');
    expect(printLine({ ...NOTHING_SAID, name: 'milk fridge' }, kitchen)).toBe('"milk fridge"');
  });
});

describe('Whatever is typed', () => {
  test('no word is lost: each is in the name, or belongs to what was understood', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const random = new Choices('words', run);
      const line = wordsOf(random, [...meaning.filter((word) => !/["“”]/.test(word)), ...nonsense], 9);
      const { name: whole, leftOver, ...understood } = parseLine(line, kitchen);
      const name = leftOver === undefined ? whole : whole.slice(0, -leftOver.length - 1);
      const words = without(line.split(' '), leftOver);
      const kept = name.split(' ');
      const from = words.findIndex((_, at) => isName(words.slice(at, at + kept.length), name));
      expect({ line, name, from: from >= 0 }).toEqual({ line, name, from: true });
      const eaten = [...words.slice(0, from), ...words.slice(from + kept.length)];
      expect(eaten.filter((word) => nonsense.includes(word) && word !== 'rolls')).toEqual([]);
      const { quantityMilli, placeId, bestBefore, openedOn, boughtOn, frozenOn } = understood;
      const says = [quantityMilli, placeId, bestBefore, openedOn, boughtOn, frozenOn];
      const things = says.filter((thing) => thing !== null).length;
      expect({ line, eaten, enough: eaten.length >= things && (things > 0 || eaten.length === 0) }).toEqual({
        line,
        eaten,
        enough: true,
      });
    }
  });

  test('is read, down to characters that no keyboard has', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const random = new Choices('garbage', run);
      const units = Array.from({ length: random.below(60) }, () =>
        random.chance(0.6) ? 32 + random.below(96) : random.below(0x10000),
      );
      const line = String.fromCharCode(...units);
      const entry = parseLine(line, kitchen);
      expect({ line, empty: entry.name === '' }).toEqual({ line, empty: tidy(line) === '' });
    }
  });

  test('read twice says the same: what a line left in its name stays there in quotes', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const random = new Choices('again', run);
      const line = wordsOf(random, [...meaning, ...nonsense], 9);
      const entry = parseLine(line, kitchen);
      const printed = printLine(entry, kitchen);
      const { leftOver: _told, ...said } = entry;
      expect({ line, printed, entry: parseLine(printed, kitchen) }).toEqual({ line, printed, entry: said });
    }
  });
});

describe('A typed amount', () => {
  const amounts =
    '2|3x|4×|x6|250g|330 ml|1.5 l|2 x 400g|3 tins|4 tins of|5 packs|6 pack|(2 pack)|(8)|x 9|500 g bag|2 x 75cl bottles';
  const others =
    'fridge|in the freezer drawer 2|5 dec|exp 5/12/27|2026-12-05|fri|next-ish|(the 4 blue ones)|-';
  const names =
    'milk|7 up|21 seasoning salute|vitamin b12|omega 3|zorbix|red wine 2019|3 bean salad|may apples 2|10 % fat yoghurt';
  const context = { ...kitchen, foods: knownFoods(['21 seasoning salute', 'Vitamin B12', 'May apples 2']) };
  const numbersIn = (text: string) => (text.match(/\d+/g) ?? []).map(Number);

  test('is never dropped: each of its numbers is in the quantity, the unit, the date, the place or the name', () => {
    for (let run = 0; run < RUNS / 3; run += 1) {
      const random = new Choices('numbers', run);
      const some = (from: string) => random.oneOf(from.split(/\|| (?=[\dx])(?!x )/));
      const parts = [
        some(amounts),
        random.oneOf(names.split('|')),
        some(amounts),
        random.oneOf(others.split('|')),
      ];
      const line = tidy([...parts.filter(() => random.chance(0.7)), 'rice', some(amounts)].join(' '));
      const { name, quantityMilli, unit, bestBefore, placeId } = parseLine(line, context);
      const place = kitchen.places.find(({ id }) => id === placeId)?.name;
      const said = numbersIn([name, (quantityMilli ?? 0) / 1000, unit, bestBefore, place].join(' '));
      const lost = numbersIn(line).filter(
        (number) => !said.includes(number) && !said.includes(number + 2000),
      );
      expect({ line, lost }).toEqual({ line, lost: [] });
    }
  });
});

/** The words without the last of these that stand in a row. */
function without(words: string[], row = ''): string[] {
  const count = row === '' ? 0 : row.split(' ').length;
  const at = words.findLastIndex((_, from) => isName(words.slice(from, from + count), row));
  return count === 0 ? words : words.toSpliced(at, count);
}

/** A comma or a colon at the end of the name is not kept. */
function isName(words: string[], name: string): boolean {
  const text = words.join(' ');
  return text === name || (text.startsWith(name) && /^[,;:]+$/.test(text.slice(name.length)));
}
