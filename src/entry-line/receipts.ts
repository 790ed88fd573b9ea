import { isCharge, isSubtotal, isSum, isTotal, namesNoFood } from './not-food.js';
import { type Bought, type Part, withoutColumns } from './receipt-columns.js';
import { type ReceiptLine, scanned } from './receipt-line.js';
import { isName, ownersIn } from './receipt-owners.js';

export interface PrintedLine extends ReceiptLine {
  text: string;
  /** True for a line that a person marked as one of a list. */
  marked: boolean;
  /** True for a line that says how many of a thing, and not of what. */
  reckons: boolean;
  /** True for a sum, a payment, a bag, a discount. */
  other: boolean;
}

/** At the least so many things with prices make a receipt, or the part of one between two sums. */
const FEWEST = 2;

/**
 * Tells the foods of a receipt from all that is printed above, between and below them.
 * @param texts the lines of any pasted text, tidied and without decoration; those that are read otherwise are empty
 * @returns what each is; in a text that is no receipt, only what the prices tell
 */
export function readReceipt(texts: { text: string; marked: boolean }[]): Part[] {
  const lines = texts.map(printed);
  const owners = ownersIn(lines);
  const owned = new Map<number, number[]>();
  for (const [part, of] of owners) owned.set(of, [...(owned.get(of) ?? []), part]);
  const receipt = isReceipt(lines);
  const parts = lines.map((): Part => ({ is: receipt ? 'left out' : 'unknown' }));
  const things = receipt ? thingsIn(lines, owned) : [...owned.keys()].filter((at) => !lines[at]?.other);
  for (const at of things) {
    const own = [at, ...(owned.get(at) ?? [])].flatMap((one) => lines[one] ?? []);
    parts[at] = { is: 'thing', name: lines[at]?.head ?? '', bought: boughtIn(own) };
  }
  for (const [at, of] of owners) if (parts[of]?.is === 'thing') parts[at] = { is: 'detail', of };
  return receipt ? withoutColumns(parts) : parts;
}

function printed({ text, marked }: { text: string; marked: boolean }): PrintedLine {
  const read = scanned(text, { receipt: true });
  const { head, total = 0, each, weight } = read;
  const reckons = !/\p{L}{2}/u.test(head) && (each !== undefined || weight !== undefined);
  const other = total < 0 || isSubtotal(head) || isTotal(head) || isSum(text) || isCharge(head);
  return { ...read, text, marked, reckons, other };
}

/** Prices, and besides them what only receipts have: a total, signs of taxes, payments. */
function isReceipt(lines: PrintedLine[]): boolean {
  const first = lines.findIndex(isPricedThing);
  const total = lines.findIndex((line, at) => at > first && isTotalLine(line));
  if (first < 0) return false;
  const things = lines.filter(isPricedThing).length;
  const signs = lines.filter(
    ({ taxed, reckons, other, text }) => taxed || reckons || (other && /\d/.test(text)),
  );
  // A list has lines without a price among those with one; on a receipt they are few, or have it on the line below.
  const body = lines.slice(first, total < 0 ? undefined : total);
  const bare = body.filter(isBare).length - body.filter(({ reckons }) => reckons).length;
  if (bare > things) return false;
  return total < 0 ? things >= FEWEST && signs.length > 1 : things >= FEWEST || signs.length > 1;
}

function isPricedThing(line: PrintedLine): boolean {
  return isName(line) && line.total !== undefined && !line.other;
}

function isBare({ total, other, reckons, marked, text }: PrintedLine): boolean {
  return total === undefined && !other && !reckons && !marked && !namesNoFood(text);
}

function isTotalLine({ head, text }: PrintedLine): boolean {
  return isTotal(head) && /\d/.test(text);
}

/** Where things are listed: above each total, as long as there are any; and nowhere below the last. */
function thingsIn(lines: PrintedLine[], owned: Map<number, number[]>): number[] {
  const sums = runningSums(lines);
  const things: number[] = [];
  let part: number[] = [];
  let ended = false;
  for (const [at, line] of lines.entries()) {
    if (isTotalLine(line) || sums.has(at)) {
      if (part.length >= (ended ? FEWEST : 1)) things.push(...part);
      [part, ended] = [[], true];
    } else if (isThing(line, owned.has(at))) part.push(at);
  }
  return ended ? things : part;
}

function isThing(line: PrintedLine, hasParts: boolean): boolean {
  if (line.other || !isName(line)) return false;
  return line.total !== undefined || hasParts || (line.marked && !namesNoFood(line.text));
}

/** The prices that are the sum of all above them: a total, whatever it is called. */
function runningSums(lines: PrintedLine[]): Set<number> {
  const sums = new Set<number>();
  let [sum, count] = [0, 0];
  for (const [at, { head, text, total, other }] of lines.entries()) {
    if (total === undefined || (other && isSum(text))) continue;
    if (count > FEWEST && sum === total && /\p{L}{2}/u.test(head)) sums.add(at);
    sum += total;
    count += 1;
  }
  return sums;
}

/** What a line says itself, or those that belong to it. */
function boughtIn(lines: PrintedLine[]): Bought {
  const weight = lines.find((line) => line.weight)?.weight;
  const count = lines.find((line) => line.count !== undefined)?.count;
  return { ...(weight && { weight }), ...(count !== undefined && { count }) };
}
