import { quantityText, THOUSANDTHS } from '../../amounts/quantity.js';
import { findShelfLife } from '../../keeping/shelf-life/find.js';
import { MARKER_WORDS, markerIn } from '../../vocabulary/dates.js';
import { withoutFirst } from '../../vocabulary/lists.js';
import { folded } from '../../vocabulary/spelling.js';
import { eachOf, UNIT_AT_MOST } from '../amounts/read-amount.js';
import { unitNamed } from '../amounts/units.js';
import { parseLine } from '../entry-line.js';
import { namesNoFood } from '../receipts/not-food.js';
import { type Bought, type Part, withoutCode } from '../receipts/receipt-columns.js';
import { scanned } from '../receipts/receipt-line.js';
import { type Entry, type LineContext, NOTHING_SAID } from '../words/entry.js';
import { foodsIn, knownFoods } from '../words/known-foods.js';
import type { PlaceNames } from '../words/places.js';
import { wordsIn } from '../words/words.js';
import { endsInTitle, isSection, placeSaid } from './headings.js';
import type { RawLine } from './raw-lines.js';
import { clearPartsOf, type Knowing, thingsOn } from './things.js';

export interface Thing {
  /** Without marks and prices. */
  line: string;
  entry: Entry;
}

export interface UnreadThing {
  line: string;
  bought: Bought;
  /** With a picture that may be the whole name. */
  pictured: string | undefined;
  /** Where its line says that all on it goes. */
  placeId: number | null;
  /** Printed by a shop: it says neither a place nor a day. */
  isPrinted: boolean;
}

const CHARACTERS_BEFORE = 60;
/** “Dairy: milk, cheese”, “fridge: milk, ham”, “fridge - milk” */
const LABEL = /^([^:"]{1,60}?)(:| [-–—]) (?=\S)/;

/** The things that a line names; none for one that names no food. */
export function thingsIn(raw: RawLine, part: Part, context: LineContext, places: PlaceNames): UnreadThing[] {
  if (part.is === 'thing') return [{ ...PLAIN, line: part.name, bought: part.bought, isPrinted: true }];
  if (part.is !== 'unknown' || raw.isHeader || namesNoFood(raw.bare)) return [];
  if (isKnown(raw.bare, context)) return [{ ...PLAIN, line: raw.bare }];
  const knowing = knowingOf(context);
  const things = clearPartsOf(raw.bare, raw.marked ? raw.typed.charAt(0) : undefined, knowing).flatMap(
    (clear) => {
      const { list, placeId, labelled } = withoutLabel(clear, places, knowing);
      // After “freezer:” everything is a thing.
      const known = labelled ? { ...knowing, isFood: () => true } : knowing;
      const lines = thingsOn(withoutFirst('asking', list), known).filter((line) => !namesNoFood(line));
      return lines.map((line) => ({ ...PLAIN, ...withoutPrice(line), placeId }));
    },
  );
  const pictured = things.length > 1 ? undefined : raw.pictured;
  return things.filter(({ line }) => line !== '').map((thing) => ({ ...thing, pictured }));
}

const PLAIN = { bought: {}, pictured: undefined, placeId: null, isPrinted: false };

/** The thing of a line that is in no list. @param line without decoration @param pictured with its pictures */
export function aloneIn(line: string, pictured: string): UnreadThing {
  return { ...PLAIN, line, pictured };
}

const TABLE = knownFoods([]);

/** A household's own food is one thing, whatever its name looks like. */
function isKnown(line: string, { foods }: LineContext): boolean {
  if (!foods) return false;
  const words = wordsIn(line);
  return foodsIn(words, foods).some(({ at, next }) => at === 0 && next === words.length);
}

/** Reads a thing. */
export function readThing(
  { line, bought, pictured, placeId, isPrinted }: UnreadThing,
  context: LineContext,
): Thing {
  const read = parseLine(line, isPrinted ? { ...context, places: [] } : context);
  if (isPrinted && (saysDay(read) || isBrand(read)))
    return withBought(line, { ...NOTHING_SAID, name: line }, bought);
  if (pictured !== undefined && isAmountOnly(line)) {
    const entry = parseLine(pictured, context);
    return { line: pictured, entry: { ...entry, placeId: entry.placeId ?? placeId } };
  }
  return withBought(line, { ...read, placeId: read.placeId ?? placeId }, bought);
}

function withoutLabel(line: string, places: PlaceNames, { isDetail }: Knowing) {
  const [all = '', label = '', mark] = LABEL.exec(line) ?? [];
  const placeId = label === '' ? null : placeSaid(label, places);
  const list = line.slice(all.length);
  // “Fish: 500 g” is an amount of it.
  const isOver = mark === ':' && !/^\d*$/.test(list) && !isDetail(list);
  const labelled = placeId !== null || (isOver && (isSection(label) || endsInTitle(label)));
  return { list: labelled ? list : line, placeId, labelled };
}

function withoutPrice(line: string): { line: string; bought: Bought } {
  const { head, each, total, ...bought } = scanned(line, { receipt: false });
  if ((each === undefined && total === undefined) || isDate(head))
    return { line: withoutCode(line), bought: {} };
  return { line: withoutCode(head), bought };
}

function saysDay({ bestBefore, openedOn, boughtOn, frozenOn }: Entry): boolean {
  return [bestBefore, openedOn, boughtOn, frozenOn].some((day) => day !== null);
}

/** A large number before a printed name is a brand: 365. */
function isBrand({ quantityMilli, unit }: Entry): boolean {
  return unit === '' && quantityMilli !== null && quantityMilli >= 100 * THOUSANDTHS;
}

/** “🥛 2 l”, “🥚x12”: the picture is the food. */
function isAmountOnly(line: string): boolean {
  return (
    /\d/.test(line) &&
    !/\p{L}{3}/u.test(line) &&
    unitNamed(line.replace(/[\d.,x× ]/g, '') || 'g') !== undefined
  );
}

/** “bb 12.03”: the words before make a date of the number. */
function isDate(before: string): boolean {
  const words = folded(before.slice(-CHARACTERS_BEFORE)).trimEnd().split(' ').slice(-MARKER_WORDS);
  return words.some((_, at) => markerIn(words.slice(at))?.taken === words.length - at);
}

function withBought(line: string, entry: Entry, { count, weight }: Bought): Thing {
  if (weight) {
    const { milli, unit } = weight;
    return {
      line: `${quantityText(milli, unit)} ${unit} ${line}`,
      entry: { ...entry, quantityMilli: milli, unit },
    };
  }
  if (count === undefined || count < 2) return { line, entry };
  return { line: `${count} x ${line}`, entry: { ...entry, ...times(count, entry) } };
}

/** Two of 1 l are 2 × 1 l, two of 6 eggs are 12. */
function times(count: number, { quantityMilli, unit }: Entry): Pick<Entry, 'quantityMilli' | 'unit'> {
  if (quantityMilli === null) return { quantityMilli: count * THOUSANDTHS, unit: '' };
  const each = eachOf(quantityMilli, unit);
  if (unitNamed(unit)?.measure && each.length <= UNIT_AT_MOST)
    return { quantityMilli: count * THOUSANDTHS, unit: each };
  // “MILK X 3” beside a count of 3 is three, not nine.
  return {
    quantityMilli: quantityMilli === count * THOUSANDTHS ? quantityMilli : count * quantityMilli,
    unit,
  };
}

/** A name for trying whether what follows is part of it. */
const SEVERAL = 'apples';

function knowingOf(context: LineContext): Knowing {
  return {
    isDetail: (part) => parseLine(`${SEVERAL} ${part}`, context).name === SEVERAL,
    hasAmount: (part) => {
      const { name, quantityMilli } = parseLine(part, context);
      return quantityMilli !== null && !part.startsWith(name);
    },
    isUnit: (part) => unitNamed(folded(part)) !== undefined,
    nameIn: (part) => parseLine(part, context).name,
    isFood: (name) => findShelfLife(name) !== undefined || isKnown(name, context),
    isWhole: (name) => isKnown(name, { ...context, foods: context.foods ?? TABLE }),
  };
}
