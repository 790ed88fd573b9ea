import { namesNoFood } from './not-food.js';
import type { PrintedLine } from './printed-line.js';
import { isProduct } from './receipt-line.js';

/**
 * Which line names the thing that a line of numbers is about: the one above or below, by the prices, else as on
 * most lines of the receipt.
 * @returns by the index of the line of numbers, that of its name
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

function ownerOf(lines: PrintedLine[], at: number, owned: Set<number>): number | undefined {
  const [above, line, below] = [lines[at - 1], lines[at], lines[at + 1]];
  if (!line) return undefined;
  const completes = line.total !== undefined && (line.reckons || isPriceOnly(line));
  // A line of “how many” may stand between a name and its price.
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

export function isName(line: PrintedLine | undefined): line is PrintedLine {
  return line !== undefined && !line.reckons && /\p{L}{2}/u.test(line.head);
}

function isNameOnly(line: PrintedLine | undefined): boolean {
  return isName(line) && line.total === undefined && !line.other && !namesNoFood(line.text);
}

/** A price on a line of its own. */
export function isPriceOnly({ head, total, each }: PrintedLine): boolean {
  return head === '' && total !== undefined && total > 0 && each === undefined;
}
