import { tidy } from '../text.js';
import { isWord, plainWords } from '../vocabulary/lists.js';
import { type ListStyle, styleOf, undecorated } from './decoration.js';
import { type Heading, headingIn } from './headings.js';
import type { PlaceNames } from './places.js';

/** A line of what was pasted. */
export interface RawLine {
  /** As it was pasted, tidied. */
  typed: string;
  /** Without decoration, and what stood in columns in the order of a line. */
  bare: string;
  /** The same with its pictures, when it has any. */
  pictured: string | undefined;
  heading: Heading | undefined;
  /** True for a line that a person marked as one of a list: “- rice”, “[ ] rice”. */
  marked: boolean;
  /** True for the first row of a table, which tells what is in its columns. */
  isHeader: boolean;
}

const HAS_PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const TABLE_RULE = /^\|?(?: ?:?-{2,}:? ?\|)+(?: ?:?-{2,}:? ?)?$/;
const PRICE = /\d?[.,]\d\d(?!\d)/;
const MARKED = /^(?:[-–•·☐☑✓✔✅]|\[[ xX]?\])\uFE0F? ?\p{L}/u;
/** Longer lines are no rows of a table. */
const LONGEST = 500;

/**
 * @param lines as they were pasted, those that have something on them
 * @param places that headings may name
 */
export function rawLines(lines: string[], places: PlaceNames): RawLine[] {
  const typed = lines.map(tidy);
  const style = styleOf(typed);
  const hashed = typed.some((line) => !line.startsWith('#'));
  return lines.map((line, at) => {
    const text = typed[at] ?? '';
    const next = typed[at + 1];
    const bare = bareText(line, text, style);
    const pictured = HAS_PICTURE.test(text) ? undecorated(text, style, 'kept') : bare;
    return {
      typed: text,
      bare,
      pictured: pictured === bare ? undefined : pictured,
      heading: headingIn(text, bare, { next, hashed }, places),
      marked: MARKED.test(text),
      isHeader: isHeader(cellsOf(line), next ?? ''),
    };
  });
}

function bareText(line: string, typed: string, style: ListStyle): string {
  const cells = cellsOf(line).map((cell) => undecorated(cell, style));
  return cells.length > 1 ? inOneLine(cells) : undecorated(typed, style);
}

/** What stands in columns: between bars, tabs or several spaces. */
function cellsOf(line: string): string[] {
  if (line.length > LONGEST) return [];
  const bars = /^\s*\|(.*)\|\s*$/.exec(line)?.[1];
  const cells = bars === undefined ? line.trim().split(/\t|\s{2,}/) : bars.split('|');
  return cells.map(tidy).filter((cell) => cell !== '');
}

/** A number in a column of its own says how many: “milk | 2”. Beside prices it may be anything. */
function inOneLine(cells: string[]): string {
  const [first = '', ...others] = cells;
  const count = others.find((cell) => /^[1-9]\d{0,2}$/.test(cell));
  const isCount = count !== undefined && /\p{L}/u.test(first) && !cells.some((cell) => PRICE.test(cell));
  // “milk | 2 | l” has a unit after it.
  const after = isCount ? others[others.indexOf(count) + 1] : undefined;
  if (!isCount || (after !== undefined && after.length < 4)) return cells.join(' ');
  return [`${count} x`, first, ...others.filter((cell) => cell !== count)].join(' ');
}

function isHeader(cells: string[], next: string): boolean {
  if (cells.length < 2) return false;
  const words = cells.flatMap(plainWords);
  return TABLE_RULE.test(next) || (words.length > 1 && words.every((word) => isWord('columns', word)));
}
