import { THOUSANDTHS } from '../../amounts/quantity.js';
import { AND, BETWEEN_NUMBER_AND_NAME, containerNamed, isCompound, OF } from '../../vocabulary/amounts.js';
import { isMonth } from '../../vocabulary/dates.js';
import { isSeparator, type Word } from '../words/words.js';
import { ADJECTIVES, isPlain, NO_NAME } from './name-words.js';
import { looksNumeric } from './numbers.js';
import { packsOf } from './packs.js';
import { type Amount, readAmount, UNIT_AT_MOST } from './read-amount.js';
import { together } from './two-amounts.js';

/** “2 g & t”: after these comes no food. */
const GOES_ON = new Set([...AND, '&', '+']);

export interface FirstAmount extends Amount {
  /** In “6 rolls” the unit is the food. */
  withoutUnit: Amount | undefined;
}

/** The amount at the start of a line: “2”, “300 g”, “2 x 500 g”, “3 tins of”, “a dozen”. */
export function amountAtStart(words: Word[], at: number, end: number): FirstAmount | undefined {
  const packs = packsOf(words, at, end);
  if (packs && isNamed(words[packs.next], packs)) return { ...packs, withoutUnit: undefined };
  const amount = readAmount(words, at, end);
  if (!amount) return oneOf(words, at, end);
  if (!amount.named)
    return amount.form === 'number' ? plainNumber(words, amount, end) : counted(words, amount);
  const after = words[amount.next];
  if (amount.named.onlyOne && amount.quantityMilli > THOUSANDTHS && !isUnitOf(after, amount)) {
    return containerNamed(amount.unit)?.multipack ? undefined : withoutUnit(words, amount);
  }
  if (after && GOES_ON.has(after.key)) return undefined;
  if (after && isCompound(amount.unit, firstKey(after))) return withoutUnit(words, amount);
  const of = after !== undefined && OF.has(after.key) && amount.next + 1 < end;
  if (amount.form === 'article' && !of && after?.known === undefined) return undefined;
  const separated = after !== undefined && isSeparator(after) && amount.next + 1 < end;
  const food = amount.named.measure ? undefined : withoutUnit(words, amount);
  const whole = { ...amount, next: amount.next + (of || separated ? 1 : 0), withoutUnit: food };
  return eachAfter(words, whole, end) ?? whole;
}

/** “6-pack” needs a name after it; in “2 tins of 57 beans” 57 may be part of the name. */
function isNamed(food: Word | undefined, { form }: Amount): boolean {
  return food !== undefined && (food.known !== undefined || (form === 'times' && isPlain(food.key)));
}

function oneOf(words: Word[], at: number, end: number): FirstAmount | undefined {
  const [holds, of, food] = words.slice(at, Math.min(end, at + 3));
  const container = holds && !holds.quoted ? containerNamed(holds.key) : undefined;
  if (!container?.isOne || !of || !OF.has(of.key) || !food || looksNumeric(food.key)) return undefined;
  const named = { unit: container.unit, measure: false, onlyOne: false };
  const one = { quantityMilli: THOUSANDTHS, unit: container.unit, named, unitAt: undefined };
  return { ...one, form: 'amount', next: at + 2, withoutUnit: undefined };
}

/** “2 packs 500 g”, “2 tins of 400 g” */
function eachAfter(words: Word[], count: FirstAmount, end: number): FirstAmount | undefined {
  const each = readAmount(words, count.next, end);
  const both = each && each.next < end ? together(count, each) : undefined;
  return both && each && { ...count, ...both, named: undefined, next: each.next };
}

/** True for a head of lettuce, not for a six pack of beer. */
function isUnitOf(after: Word | undefined, { unit }: Amount): boolean {
  if (after?.known === undefined || isCompound(unit, after.known)) return false;
  return containerNamed(unit)?.multipack !== true;
}

function firstKey({ known, key }: Word): string {
  return known ?? key;
}

/** “2 milk”, but not “7 up”, “5 spice powder” and “50 50 bread”. */
function plainNumber(words: Word[], amount: Amount, end: number): FirstAmount | undefined {
  // “2 500g packs mince”
  const each = readAmount(words, amount.next, end);
  const both = each?.held && each.next < end ? together({ ...amount, form: 'times' }, each) : undefined;
  if (both && each) return { ...amount, ...both, form: 'amount', next: each.next, withoutUnit: undefined };
  const [after, next] = [words[amount.next], words[amount.next + 1]];
  if (!after) return undefined;
  if (after.known !== undefined) return isNumberOfName(after, amount) ? undefined : counted(words, amount);
  if (after.quoted) {
    // “2 "bunch" "coriander"”: a quoted word may be a unit.
    const isUnit = next?.quoted && after.text.length <= UNIT_AT_MOST;
    return isUnit
      ? { ...amount, unit: after.text, next: amount.next + 1, withoutUnit: undefined }
      : counted(words, amount);
  }
  if (NO_NAME.has(after.key) || /^[%°]/.test(after.key) || isMonth(after.key)) {
    return undefined;
  }
  return next && BETWEEN_NUMBER_AND_NAME.has(after.key) ? undefined : counted(words, amount);
}

/** “3 bean salad” begins with a number that is part of a known name. */
function isNumberOfName({ known = '', words = 1 }: Word, { quantityMilli }: Amount): boolean {
  return words > 1 && BETWEEN_NUMBER_AND_NAME.has(known) && quantityMilli > 2 * THOUSANDTHS;
}

function counted(words: Word[], amount: Amount): FirstAmount | undefined {
  const after = words[amount.next];
  if (looksNumeric(after?.key ?? '')) return undefined;
  if ((amount.form === 'word' || amount.form === 'article') && !isBeforeKnown(words, amount))
    return undefined;
  if (amount.form === 'amount' && after && OF.has(after.key) && amount.next + 1 < words.length) {
    return { ...amount, next: amount.next + 1, withoutUnit: undefined };
  }
  return { ...amount, withoutUnit: undefined };
}

/** “Two apples”, “a pumpkin”, and “two red apples”, but not “half fat cheddar” and “five spice pork”. */
function isBeforeKnown(words: Word[], amount: Amount): boolean {
  const { form, next, quantityMilli } = amount;
  const between = form === 'word' && quantityMilli >= THOUSANDTHS ? ADJECTIVES : 0;
  const food = words.slice(next, next + between + 1).findIndex(({ known }) => known !== undefined);
  const after = words[next + food];
  if (food < 0 || !after || isNumberOfName(after, amount)) return false;
  return words.slice(next, next + food).every(({ key }) => isPlain(key));
}

function withoutUnit(words: Word[], amount: Amount): FirstAmount | undefined {
  if (amount.unitAt === undefined || amount.form !== 'amount') return undefined;
  if (!looksNumeric(words[amount.unitAt - 1]?.key ?? '')) return undefined;
  const { unitAt: next } = amount;
  return { ...amount, unit: '', named: undefined, unitAt: undefined, next, withoutUnit: undefined };
}
