import { folded } from '../../vocabulary/spelling.js';
import { unitNamed } from '../amounts/units.js';
import type { Weight } from './receipt-line.js';

export interface Bought {
  count?: number;
  weight?: Weight;
}

export interface Thing {
  is: 'thing';
  name: string;
  bought: Bought;
}

/** A thing, a part of another line, or no food. */
export type Part = Thing | { is: 'detail'; of: number } | { is: 'left out' } | { is: 'unknown' };

const COLUMNS = {
  code: /^\d{4,14} (?=.*\p{L}{2})/u,
  tax: /^(?:[A-Z]\d?|\(\d{1,2}\)|\*{1,2}) (?=.*\p{L}{2})/u,
  percentAfter: / \d{1,2}(?:[.,]\d{1,3})? ?%$/,
  taxAfter: /(?<!\d) (?:[A-Z]\d?|\*)$/,
  codeAfter: / \d{4,14}(?:KI|KF)?(?: ?[A-Z]{1,2})?$/,
};
const COUNT = /^(\d{1,3})(?:[.,]0{1,3})? ?(?:[xX×*] ?)?(?=(?:\d{1,3} ?)?\p{L})/u;
const COUNT_AFTER = / (\d{1,3})$/;
/** Numbers of goods, long enough for any list. */
const FIRST_CODE = /^\d{8,14} (?=.*\p{L})/u;
const LAST_CODE = / \d{8,14}(?:KI|KF)?(?: ?[A-Z]{1,2})?$/;
/** Numbers of goods on a receipt, perhaps with a sign of tax. */
const PRINTED_CODE = /^(?:[A-Z] )?\d{5,14} (?=.*\p{L}{2})/u;
const PRINTED_TAX = / \([A-Z]\)$/;
const SHARE_THAT_MAKES_A_COLUMN = 0.8;
const FEWEST = 2;

/** A line without the number of its goods. */
export function withoutCode(name: string): string {
  return name.replace(FIRST_CODE, '').replace(LAST_CODE, '');
}

/** The things of a receipt by name, counted by the column beside them. */
export function withoutColumns(parts: Part[]): Part[] {
  const things = parts
    .filter((part) => part.is === 'thing')
    .map((part) => ({
      ...part,
      name: withoutCode(part.name.replace(PRINTED_CODE, '').replace(PRINTED_TAX, '')),
    }));
  const bare = Object.values(COLUMNS).reduce((rest, column) => {
    if (!isColumn(rest, (name) => column.test(name))) return rest;
    return rest.map((thing) => ({ ...thing, name: thing.name.replace(column, '') }));
  }, things);
  const counted = withCounts(withCounts(bare, COUNT), COUNT_AFTER)[Symbol.iterator]();
  return parts.map((part) => (part.is === 'thing' ? (counted.next().value ?? part) : part));
}

function withCounts(things: Thing[], column: RegExp): Thing[] {
  if (!isColumn(things, (name) => countIn(name, column) !== undefined)) return things;
  const counts = things.map(({ name }) => countIn(name, column));
  // 1, 2, 3, 4: the lines are numbered.
  const numbered = counts.every((count, index) => count === index + 1);
  return things.map((thing, index) => {
    const count = counts[index];
    if (count === undefined) return thing;
    const bought = numbered || thing.bought.count !== undefined ? thing.bought : { ...thing.bought, count };
    return { ...thing, name: thing.name.replace(column, ''), bought };
  });
}

/** The 2 of “2 MILK”, and none of “2 L MILK”. */
function countIn(name: string, column: RegExp): number | undefined {
  const count = column.exec(name)?.[1];
  const [after = ''] = name.replace(column, '').split(' ');
  return count === undefined || (column === COUNT && unitNamed(folded(after))) ? undefined : Number(count);
}

function isColumn(things: Thing[], has: (name: string) => boolean): boolean {
  const count = things.filter(({ name }) => has(name)).length;
  return count >= FEWEST && count >= things.length * SHARE_THAT_MAKES_A_COLUMN;
}
