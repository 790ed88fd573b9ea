import { findShelfLife } from '../shelf-life/find.js';
import { quantityText, THOUSANDTHS } from '../stock/quantity.js';
import { MARKER_WORDS, markerIn } from '../vocabulary/dates.js';
import { folded } from '../vocabulary/spelling.js';
import { type Entry, type LineContext, NOTHING_SAID } from './entry.js';
import { parseLine } from './entry-line.js';
import { isSection } from './headings.js';
import { namesNoFood } from './not-food.js';
import { type PlaceNames, placeThatIs } from './places.js';
import type { RawLine } from './raw-lines.js';
import { eachOf, UNIT_AT_MOST } from './read-amount.js';
import { type Bought, type Part, withoutCode } from './receipt-columns.js';
import { scanned } from './receipt-line.js';
import { type Knowing, thingsOn } from './things.js';
import { unitNamed } from './units.js';

/** One thing of a list. */
export interface Thing {
  /** Its line, without what only makes a list or a receipt of it. */
  line: string;
  entry: Entry;
}

/** A thing that is known to be one, and not read yet. */
export interface UnreadThing {
  /** Without its price. */
  line: string;
  bought: Bought;
  /** The line with a picture that may be all its name. */
  pictured: string | undefined;
  /** Where its line says that all on it goes. */
  placeId: number | null;
  /** A name that a shop printed says neither a place nor a day. */
  isPrinted: boolean;
}

/** As long as what may make a date of a number. */
const CHARACTERS_BEFORE = 60;
/** “Dairy: milk, cheese”, “fridge: milk, ham” */
const LABEL = /^([^:,"]{1,40}): (?=\S)/;

/** The things that a line names; none for one that names no food. */
export function thingsIn(raw: RawLine, part: Part, context: LineContext, places: PlaceNames): UnreadThing[] {
  if (part.is === 'thing') {
    const { name: line, bought } = part;
    return [{ line, bought, pictured: undefined, placeId: null, isPrinted: true }];
  }
  if (part.is !== 'unknown' || raw.isHeader || namesNoFood(raw.bare)) return [];
  const { list, placeId } = withoutLabel(raw.bare, places);
  const lines = thingsOn(list, knowingOf(context));
  return lines
    .filter((line) => !namesNoFood(line))
    .map(withoutPrice)
    .filter(({ line }) => line !== '')
    .map((thing) => ({
      ...thing,
      placeId,
      isPrinted: false,
      pictured: lines.length > 1 ? undefined : raw.pictured,
    }));
}

/** Reads a thing. */
export function readThing(
  { line, bought, pictured, placeId, isPrinted }: UnreadThing,
  context: LineContext,
): Thing {
  const read = parseLine(line, isPrinted ? { ...context, places: [] } : context);
  if (isPrinted && read.bestBefore !== null) return withBought(line, { ...NOTHING_SAID, name: line }, bought);
  const seen = pictured === undefined ? undefined : parseLine(pictured, context);
  // In “🥛 2 l” the picture is the food.
  if (seen && saysNothing(read) && !saysNothing(seen)) return { line: pictured ?? line, entry: seen };
  return withBought(line, { ...read, placeId: read.placeId ?? placeId }, bought);
}

function withoutLabel(line: string, places: PlaceNames): { list: string; placeId: number | null } {
  const label = LABEL.exec(line)?.[1];
  if (label === undefined) return { list: line, placeId: null };
  const placeId = placeThatIs(label, places) ?? null;
  if (placeId === null && !isSection(label)) return { list: line, placeId: null };
  return { list: line.slice(label.length + 1).trim(), placeId };
}

function withoutPrice(line: string): { line: string; bought: Bought } {
  const { head, each, total, ...bought } = scanned(line, { receipt: false });
  if ((each === undefined && total === undefined) || isDate(head))
    return { line: withoutCode(line), bought: {} };
  return { line: withoutCode(head), bought };
}

function saysNothing({ quantityMilli, placeId, bestBefore }: Entry): boolean {
  return quantityMilli === null && placeId === null && bestBefore === null;
}

/** True when what stands before a number makes a date of it: “bb 12.03”. */
function isDate(before: string): boolean {
  const words = folded(before.slice(-CHARACTERS_BEFORE)).trimEnd().split(' ').slice(-MARKER_WORDS);
  return words.some((_, at) => markerIn(words.slice(at))?.taken === words.length - at);
}

/** A thing as many times as was bought, or as much of it as was weighed. */
function withBought(line: string, entry: Entry, { count, weight }: Bought): Thing {
  if (weight) {
    const { milli, unit } = weight;
    return {
      line: `${quantityText(milli)} ${unit} ${line}`,
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
  return { quantityMilli: count * quantityMilli, unit };
}

/** A name to try what stands after one: it is no part of a name that many are said of. */
const SEVERAL = 'apples';

function knowingOf(context: LineContext): Knowing {
  return {
    isDetail: (part) => parseLine(`${SEVERAL} ${part}`, context).name === SEVERAL,
    hasAmount: (part) => {
      const { name, quantityMilli } = parseLine(part, context);
      return quantityMilli !== null && !part.startsWith(name);
    },
    nameIn: (part) => parseLine(part, context).name,
    isFood: (name) => findShelfLife(name) !== undefined,
    isWhole: (name) => findShelfLife(name)?.by === 'food',
  };
}
