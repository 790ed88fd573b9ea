import { THOUSANDTHS } from '../stock/quantity.js';
import { isMonth } from './calendar-words.js';
import { looksNumeric } from './numbers.js';
import { AMOUNT_WORDS, type Amount, readAmount, UNIT_AT_MOST } from './read-amount.js';
import { isCompound } from './units.js';
import { isSeparator, type Word, withSeparator } from './words.js';

const setOf = (words: string) => new Set(words.split(' '));

/** A number before one of these says no quantity: “3 in 1 coffee”, “2 for 1”. */
const NO_NAME = setOf("in for to and or of & + - – — / up alive island o’clock o'clock");
/** What goes on after one of these is no food of which there is so much: “2 g & t”. */
const GOES_ON = setOf('and or & +');
/** With another word after it, this makes one name with its number: “5 spice powder”, “28 day beef”. */
const ADJECTIVES = setOf(
  'spice bean cheese grain seed fruit berry herb layer minute min day days week month year hour star inch way percent ' +
    'calorie kcal ply cm mm proof',
);
/** Six of them, or one of six: the number then stays in the name. */
const MULTIPACKS = setOf('pack pk pkt package packet case');
/** The number after one of these is part of a name, or of something else: “omega 3”, “vitamin d 3”. */
const NUMBERED = setOf(
  'omega vitamin vit no no. nr nr. number type size stage factor spf grade formula part batch lot step phase level ' +
    'per each at for under over about approx ca ca. circa to and or & + - – — / ~ x × * € £ $ than',
);

/** An amount that a line begins with. */
export interface FirstAmount extends Amount {
  /** The same without its unit, for “6 rolls” and the like, where the unit is the food. */
  withoutUnit: Amount | undefined;
}

/** The amount at the start of a line: “2”, “300 g”, “2 x 500 g”, “3 tins of”, “a dozen”. */
export function amountAtStart(words: Word[], at: number, end: number): FirstAmount | undefined {
  const amount = readAmount(words, at, end);
  if (!amount) return undefined;
  if (!amount.named) return amount.form === 'number' ? plainNumber(words, amount) : counted(words, amount);
  const after = words[amount.next];
  if (amount.named.onlyOne && amount.quantityMilli > THOUSANDTHS) {
    return MULTIPACKS.has(amount.unit) ? undefined : withoutUnit(words, amount);
  }
  if (after && GOES_ON.has(after.key)) return undefined;
  if (after && isCompound(amount.unit, after.key)) return withoutUnit(words, amount);
  const of = after?.key === 'of' && amount.next + 1 < end;
  if (amount.form === 'article' && !of) return undefined;
  const separated = after !== undefined && isSeparator(after) && amount.next + 1 < end;
  const food = amount.named.measure ? undefined : withoutUnit(words, amount);
  return { ...amount, next: amount.next + (of || separated ? 1 : 0), withoutUnit: food };
}

/**
 * The amount at the end of a line: “300 g”, “x2”, “2 tins”; a bare number after a plural only: “eggs 6”.
 * @param isElse tells whether the words before one end in a place or a date
 */
export function amountAtEnd(
  words: Word[],
  start: number,
  end: number,
  isElse: (at: number) => boolean,
): (Amount & { at: number }) | undefined {
  for (let from = Math.max(start, end - AMOUNT_WORDS); from < end; from += 1) {
    const amount = readAmount(words, from, end);
    if (amount?.next !== end) continue;
    const at = withSeparator(words, start, from);
    const before = words[at - 1];
    if (amount.form === 'word' || amount.form === 'article') return undefined;
    if (before && (NUMBERED.has(before.key) || looksNumeric(before.key)) && !isElse(at)) return undefined;
    if (amount.form === 'number' && !isCountAfter(before, amount)) return undefined;
    if (amount.named?.onlyOne && amount.quantityMilli > THOUSANDTHS) return undefined;
    return isOneOfTwo(words, start, at, amount) ? undefined : { ...amount, at };
  }
  return undefined;
}

/** Of “2 packs 500 g” neither says how much there is. */
function isOneOfTwo(words: Word[], start: number, at: number, { named }: Amount): boolean {
  if (!named?.measure) return false;
  for (let from = Math.max(start, at - AMOUNT_WORDS); from < at; from += 1) {
    const other = readAmount(words, from, at);
    if (other?.next === at && other.named) return true;
  }
  return false;
}

/** “2 milk”, but not “7 up”, “5 spice powder” and “50 50 bread”. */
function plainNumber(words: Word[], amount: Amount): FirstAmount | undefined {
  const [after, next] = [words[amount.next], words[amount.next + 1]];
  if (!after) return undefined;
  if (after.quoted) {
    // What stands in quotes between a number and a quoted name is a unit that Larder does not know.
    const isUnit = next?.quoted && after.text.length <= UNIT_AT_MOST;
    return isUnit
      ? { ...amount, unit: after.text, next: amount.next + 1, withoutUnit: undefined }
      : counted(words, amount);
  }
  if (NO_NAME.has(after.key) || /^[%°]/.test(after.key) || isMonth(after.key)) {
    return undefined;
  }
  return next && ADJECTIVES.has(after.key) ? undefined : counted(words, amount);
}

/** “2x”, “a dozen”, “2 x 500 g”. */
function counted(words: Word[], amount: Amount): FirstAmount | undefined {
  if (looksNumeric(words[amount.next]?.key ?? '')) return undefined;
  if (amount.form === 'word' || amount.form === 'article') return undefined;
  return { ...amount, withoutUnit: undefined };
}

function withoutUnit(words: Word[], amount: Amount): FirstAmount | undefined {
  if (amount.unitAt === undefined || amount.form !== 'amount') return undefined;
  if (!looksNumeric(words[amount.unitAt - 1]?.key ?? '')) return undefined;
  const { unitAt: next } = amount;
  return { ...amount, unit: '', named: undefined, unitAt: undefined, next, withoutUnit: undefined };
}

/** A whole number from 2 to 99 after a plural. */
function isCountAfter(before: Word | undefined, { quantityMilli }: Amount): boolean {
  const count = quantityMilli / THOUSANDTHS;
  const plural = before !== undefined && /[a-z]{2}s$/.test(before.key) && !/(ss|us|is)$/.test(before.key);
  return plural && Number.isInteger(count) && count >= 2 && count <= 99;
}
