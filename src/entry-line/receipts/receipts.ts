import { isCharge, isSubtotal, isSum, isTotal, namesNoFood } from './not-food.js';
import type { PrintedLine } from './printed-line.js';
import { type Bought, type Part, withoutColumns } from './receipt-columns.js';
import { scanned } from './receipt-line.js';
import { isName, isPriceOnly, ownersIn } from './receipt-owners.js';

const FEWEST_PRICED = 2;
const LINES_OF_PAYMENT = 5;

/**
 * Tells the foods of a receipt from all else that is printed.
 * @param texts the lines of any pasted text, tidied and without decoration; empty for those read otherwise
 * @returns what each is; without a receipt, only what the prices tell
 */
export function readReceipt(texts: { text: string; marked: boolean }[]): Part[] {
  const lines = texts.map(printed);
  const owners = ownersIn(lines);
  const owned = new Map<number, number[]>();
  for (const [part, of] of owners) owned.set(of, [...(owned.get(of) ?? []), part]);
  const receipt = isReceipt(lines, owned);
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
  const { head, total = 0, each, weight, count } = read;
  const reckons = !/\p{L}{2}/u.test(head) && [each, weight, count].some((said) => said !== undefined);
  const other = total < 0 || isSubtotal(head) || isTotal(head) || isSum(text) || isCharge(head);
  return { ...read, text, marked, reckons, other };
}

/** Prices, and what only receipts have: a total, taxes, payments. */
function isReceipt(lines: PrintedLine[], owned: Map<number, number[]>): boolean {
  const priced = lines.flatMap((line, at) => (isPriced(line, lines, owned.get(at)) ? [at] : []));
  const [first] = priced;
  if (first === undefined) return false;
  const total = endsIn(lines).find((at) => at > first);
  const signs = lines.filter(
    ({ taxed, reckons, other, text }) => taxed || reckons || (other && /\d/.test(text)),
  );
  // A list has more lines without a price than a receipt.
  const body = lines.slice(first, total);
  const bare = body.filter((line, at) => isBare(line) && !owned.has(first + at)).length;
  if (bare - body.filter(({ reckons }) => reckons).length > priced.length) return false;
  return total === undefined
    ? priced.length >= FEWEST_PRICED && signs.length > 1
    : priced.length >= FEWEST_PRICED || signs.length > 1;
}

function isPriced(line: PrintedLine, lines: PrintedLine[], owned: number[] = []): boolean {
  if (!isName(line) || line.other) return false;
  return line.total !== undefined || owned.some((at) => lines[at]?.total !== undefined);
}

function isBare({ total, other, reckons, marked, text }: PrintedLine): boolean {
  return total === undefined && !other && !reckons && !marked && !namesNoFood(text);
}

/** The lines that end the goods: totals, and sums of all above. */
function endsIn(lines: PrintedLine[]): number[] {
  const sums = runningSums(lines);
  return lines.flatMap((line, at) => (isTotalLine(line, lines[at + 1]) || sums.has(at) ? [at] : []));
}

/** @param below the line below it, where the sum may stand */
function isTotalLine({ head, text }: PrintedLine, below: PrintedLine | undefined): boolean {
  return isTotal(head) && (/\d/.test(text) || (below !== undefined && isPriceOnly(below)));
}

function thingsIn(lines: PrintedLine[], owned: Map<number, number[]>): number[] {
  const ends = new Set(endsIn(lines));
  const things: number[] = [];
  let group: number[] = [];
  let ended = false;
  for (const [at, line] of lines.entries()) {
    if (ends.has(at)) {
      if (group.length >= (ended ? FEWEST_PRICED : 1)) things.push(...group);
      [group, ended] = [[], true];
    } else if (isThing(line, owned.has(at))) group.push(at);
  }
  return ended ? things : group;
}

function isThing(line: PrintedLine, hasParts: boolean): boolean {
  if (line.other || !isName(line)) return false;
  return line.total !== undefined || hasParts || (line.marked && !namesNoFood(line.text));
}

/** Prices that are the sum of all above them, printed again or beside taxes: totals. */
function runningSums(lines: PrintedLine[]): Set<number> {
  const sums = new Set<number>();
  let [sum, count, taxed] = [0, 0, 0];
  for (const [at, line] of lines.entries()) {
    const { head, text, total, other } = line;
    if (total === undefined || (other && isSum(text))) continue;
    const again = () => lines.slice(at + 1, at + 1 + LINES_OF_PAYMENT).some((below) => below.total === total);
    const isSumOfAll = count > FEWEST_PRICED && sum === total && /\p{L}{2}/u.test(head);
    if (isSumOfAll && (taxed > 1 || again())) sums.add(at);
    [sum, count, taxed] = [sum + total, count + 1, taxed + (line.taxed ? 1 : 0)];
  }
  return sums;
}

function boughtIn(lines: PrintedLine[]): Bought {
  const weight = lines.find((line) => line.weight)?.weight;
  const count = lines.find((line) => line.count !== undefined)?.count;
  return { ...(weight && { weight }), ...(count !== undefined && { count }) };
}
