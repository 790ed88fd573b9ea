import { namesNoFood } from './not-food.js';
import type { PrintedLine } from './printed-line.js';
import { isProduct } from './receipt-line.js';

/**
 * The lines of a receipt that tell the number, the weight or the price of what is named on the line above or below
 * them. The prices say which; where they don't, it is where it was on most other lines of the receipt.
 * @returns by the number of such a line, that of the line that it belongs to
 */
export function ownersIn(lines: PrintedLine[]): Map<number, number> {
  const owners = new Map<number, number>();
  const owned = new Set<number>();
  const unsure: number[] = [];
  let [above, below] = [0, 0];
  const reckoned = new Set<number>();
  const belongs = (at: number, to: number) => {
    owners.set(at, to);
    owned.add(to);
    if (lines[at]?.reckons) reckoned.add(to);
  };
  for (const [at, line] of lines.entries()) {
    const owner = ownerOf(lines, at, owned);
    if (owner !== undefined) {
      belongs(at, owner);
      if (owner < at) above += 1;
      else below += 1;
    } else if (line.reckons) unsure.push(at);
  }
  for (const at of unsure) {
    const owner = below > above ? at + 1 : at - 1;
    if (isName(lines[owner]) && !reckoned.has(owner)) belongs(at, owner);
  }
  return owners;
}

/** Where the thing stands that a line tells the number of: the prices tell, or which of both has none. */
function ownerOf(lines: PrintedLine[], at: number, owned: Set<number>): number | undefined {
  const [above, line, below] = [lines[at - 1], lines[at], lines[at + 1]];
  if (!line) return undefined;
  const completes = line.total !== undefined && (line.reckons || isPriceOnly(line));
  // Between a name and its price may stand how many there are.
  const name = above?.reckons && above.each === undefined && above.total === undefined ? at - 2 : at - 1;
  if (completes && isNameOnly(lines[name]) && !owned.has(name)) return name;
  if (!line.reckons) return undefined;
  const [fitsAbove, fitsBelow] = [!owned.has(at - 1) && fits(line, above), fits(line, below)];
  if (fitsAbove !== fitsBelow) return fitsAbove ? at - 1 : at + 1;
  return isNameOnly(below) && line.total !== undefined && isName(above) ? at + 1 : undefined;
}

function fits({ count, weight, each, total }: PrintedLine, named: PrintedLine | undefined): boolean {
  if (!isName(named) || named.total === undefined) return false;
  if (total !== undefined) return total === named.total;
  return isProduct(count ?? (weight ? weight.milli / 1000 : 1), each, named.total);
}

/** True for a line with a word in it, before any numbers. */
export function isName(line: PrintedLine | undefined): line is PrintedLine {
  return line !== undefined && !line.reckons && /\p{L}{2}/u.test(line.head);
}

/** A name whose price stands on a line of its own. */
function isNameOnly(line: PrintedLine | undefined): boolean {
  return isName(line) && line.total === undefined && !line.other && !namesNoFood(line.text);
}

/** A price on a line of its own. */
export function isPriceOnly({ head, total, each }: PrintedLine): boolean {
  return head === '' && total !== undefined && total > 0 && each === undefined;
}
