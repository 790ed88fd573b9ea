import { tidy } from '../../text.js';
import type { PlaceNames } from '../words/places.js';
import { type ListStyle, styleOf, undecorated } from './decoration.js';
import { type Heading, headingIn, surroundingsIn } from './headings.js';
import { cellsOf, delimiterOf, inOneLine, isHeader } from './tables.js';

export interface RawLine {
  /** As it was pasted, tidied. */
  typed: string;
  /** Without decoration, columns in the order of a line. */
  bare: string;
  /** The same with its pictures, if any. */
  pictured: string | undefined;
  heading: Heading | undefined;
  /** Marked by a person: “- rice”, “[ ] rice”. */
  marked: boolean;
  /** The first row of a table, with the names of its columns. */
  isHeader: boolean;
}

const HAS_PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const MARKED = /^(?:[-–•·☐☑✓✔✅]|\[[ xX]?\])\uFE0F? ?\p{L}/u;
/**
 * @param lines as pasted, without empty ones
 * @param places that headings may name
 */
export function rawLines(lines: string[], places: PlaceNames): RawLine[] {
  const typed = lines.map(tidy);
  const style = styleOf(typed);
  const delimiter = delimiterOf(typed[0]);
  const surroundings = surroundingsIn(typed);
  return lines.map((line, at) => {
    const text = typed[at] ?? '';
    const cells = cellsOf(line, delimiter);
    const bare = bareText(cells, text, style);
    const pictured = HAS_PICTURE.test(text) ? undecorated(text, style, 'kept') : bare;
    return {
      typed: text,
      bare,
      pictured: pictured === bare ? undefined : pictured,
      heading: headingIn(text, bare, surroundings(at), places),
      marked: MARKED.test(text),
      isHeader: isHeader(cells, typed[at + 1] ?? ''),
    };
  });
}

function bareText(cells: string[], typed: string, style: ListStyle): string {
  const bare = cells.map((cell) => undecorated(cell, style));
  return bare.length > 1 ? inOneLine(bare) : undecorated(typed, style);
}
