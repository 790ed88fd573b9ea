import { tidy } from '../../text.js';
import { isWord, plainWords } from '../../vocabulary/lists.js';

const LONGEST = 500;
const TABLE_RULE = /^\|?(?: ?:?-{2,}:? ?\|)+(?: ?:?-{2,}:? ?)?$/;
const PRICE = /\d?[.,]\d\d(?!\d)/;
const COUNT = /^[1-9]\d{0,2}$/;
const UNIT_AT_MOST = 4;

/** The sign between the columns, when the first line names them: “Item,Qty,Place”. */
export function delimiterOf(first: string | undefined): string | undefined {
  return [',', ';'].find((mark) => {
    const cells = (first ?? '').slice(0, LONGEST).split(mark);
    return cells.length > 1 && cells.every((cell) => isColumnName(cell));
  });
}

/**
 * The cells of a line: between bars, tabs, several spaces or the delimiter.
 * @param line as pasted
 */
export function cellsOf(line: string, delimiter: string | undefined): string[] {
  if (line.length > LONGEST) return [];
  const bars = /^\s*\|(.*)\|\s*$/.exec(line)?.[1];
  if (bars !== undefined) return tidied(bars.split('|'));
  return tidied(line.trim().split(delimiter ?? /\t|\s{2,}/));
}

/** Cells as one line. A column of numbers says how many; beside prices it may be anything. */
export function inOneLine(cells: string[]): string {
  const [first = '', ...others] = cells;
  const at = others.findIndex((cell) => COUNT.test(cell));
  const count = others[at];
  const isCount = count !== undefined && /\p{L}/u.test(first) && !cells.some((cell) => PRICE.test(cell));
  // “milk | 2 | l” has a unit after it.
  const after = others[at + 1];
  if (!isCount || (after !== undefined && after.length < UNIT_AT_MOST)) return cells.join(' ');
  return [`${count} x`, first, ...others.toSpliced(at, 1)].join(' ');
}

/** True for the first row of a table. @param next the line below it */
export function isHeader(cells: string[], next: string): boolean {
  return cells.length > 1 && (TABLE_RULE.test(next) || cells.every(isColumnName));
}

function isColumnName(cell: string): boolean {
  const words = plainWords(cell);
  return words.length > 0 && words.every((word) => isWord('columns', word));
}

function tidied(cells: string[]): string[] {
  return cells.map(tidy).filter((cell) => cell !== '');
}
