import { isPhrase, isWord, plainWords } from '../../vocabulary/lists.js';
import { folded } from '../../vocabulary/spelling.js';
import { type PlaceNames, placeThatIs } from '../words/places.js';

export interface Heading {
  placeId: number | null;
}

export interface Surroundings {
  next: string | undefined;
  /** Some headings have no “#”: then “#” marks a heading, not an item. */
  hashed: boolean;
  /** The first line is bold, and so is each line that stands above others: bold marks headings. */
  bold: boolean;
}

const LONGEST = 60;
/** “## Freezer” */
const HASHED = /^#{1,6} +([^#]+?)[ #:]*$/;
/** “== Pantry ==”, “--- Fridge ---” */
const FRAMED = /^(={2,}|-{2,}|—{2,}|–{2,}|\*{3,}|_{3,}|~{3,}|#{2,}|•{2,}|\+{2,}) ?([^=~#+]*[^=~#+ -]) ?\1:?$/;
const BOLD = /^[*_]{1,2}([^*_]+)[*_]{1,2}$/;
/** “[Fridge]”, “(Dairy)”, “– Dairy –”, “- **Dairy**”: foods are written so too. */
const SLIGHT = [
  /^\[([^\][]{2,})\]$/,
  /^\(([^()]{2,})\)$/,
  /^[-–—] ([^-–—]+) [-–—]$/,
  /^(?:[-*+•] )?(?:\[[ xX]?\] )?[*_]{1,2}([^*_]+)[*_]{1,2}$/,
];
const UNDERLINE = /^={3,}$/;

export function surroundingsIn(typed: string[]): (at: number) => Surroundings {
  const hashed = typed.some((line) => !line.startsWith('#'));
  const bolds = typed.flatMap((line, at) => (BOLD.test(line) ? [at] : []));
  const above = bolds.every((at) => typed[at + 1] !== undefined && !BOLD.test(typed[at + 1] ?? ''));
  const bold = bolds.length > 1 && bolds[0] === 0 && above;
  return (at) => ({ next: typed[at + 1], hashed, bold });
}

/**
 * The heading that a line is: marked as one, or just the name of a place.
 * @param typed the line, tidied
 * @param bare the same without decoration
 */
export function headingIn(
  typed: string,
  bare: string,
  around: Surroundings,
  places: PlaceNames,
): Heading | undefined {
  if (typed.length > LONGEST || typed.includes('"') || !/\p{L}/u.test(typed)) return undefined;
  const marked = markedHeading(typed, bare, around);
  const slight = SLIGHT.find((pattern) => pattern.test(typed));
  const text = (marked ?? slight?.exec(typed)?.[1] ?? bare).replace(/ ?[:：]$/, '');
  const placeId = placeSaid(text, places);
  if (marked !== undefined) return { placeId };
  if (around.next === undefined) return undefined;
  return placeId !== null || isSlightHeading(text, slight, around.next) ? { placeId } : undefined;
}

function markedHeading(
  typed: string,
  bare: string,
  { next = '', hashed, bold }: Surroundings,
): string | undefined {
  const found = (hashed ? HASHED.exec(typed)?.[1] : undefined) ?? FRAMED.exec(typed)?.[2];
  if (found !== undefined) return found;
  if (bold && BOLD.test(typed)) return bare;
  return /[:：]$/.test(bare) || UNDERLINE.test(next) ? bare : undefined;
}

/** A shop's section in slight marks or capitals, with an unmarked line below. */
function isSlightHeading(text: string, slight: RegExp | undefined, next: string): boolean {
  if (!isSection(text)) return false;
  return slight ? !slight.test(next) : isCapitals(text) && !isCapitals(next);
}

/** The place that a heading names: “Freezer”, “in the freezer”, “for the freezer”. */
export function placeSaid(text: string, places: PlaceNames): number | null {
  const [first = '', ...rest] = text.split(' ');
  const isFor = rest.length > 0 && isWord('meant for', folded(first));
  return placeThatIs(text, places) ?? (isFor ? placeThatIs(rest.join(' '), places) : undefined) ?? null;
}

/** True for a text that ends in what a list is called: “Hi love, we need”. */
export function endsInTitle(text: string): boolean {
  const words = plainWords(text);
  return [1, 2, 3].some((count) => isPhrase('titles', words.slice(-count)));
}

/** “dairy”, “fruit & veg”. */
export function isSection(text: string): boolean {
  const words = plainWords(text);
  return isPhrase('sections', words) || isPhrase('titles', words);
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();
}
