import { isDeepStrictEqual } from 'node:util';
import type { Place } from '../../stock/stock.js';
import { inShort, tidy } from '../../text.js';
import type { Part } from '../receipts/receipt-columns.js';
import { readReceipt } from '../receipts/receipts.js';
import type { Entry, LineContext } from '../words/entry.js';
import { placeNames } from '../words/places.js';
import { isNumbered, undecorated } from './decoration.js';
import { type RawLine, rawLines } from './raw-lines.js';
import { aloneIn, readThing, thingsIn, type UnreadThing } from './read-things.js';

/** A line that changes nothing about those above it. */
const NEUTRAL = 'x';
/** Lines that are read at once. */
export const PASTED_AT_MOST = 20;
const LINES_READ = 600;
const LINE_END = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/;

export interface PastedLine {
  /** Without marks and prices. */
  line: string;
  entry: Entry;
  /** The pasted lines that it was read from. */
  raw: string[];
}

export interface Pasted {
  lines: PastedLine[];
  /** Lines without food: headings, totals. */
  skipped: string[];
  /** Headings that name a place. */
  headings: string[];
  /** Lines of food after those, not read yet; one for each thing. */
  rest: string[];
}

interface Sorted {
  typed: string;
  placeHeading: boolean;
  things: UnreadThing[];
  /** Other lines of a receipt about the same thing. */
  parts: string[];
  /** The index of the line that it belongs to. */
  partOf: number | undefined;
  /** The place of the heading above it. */
  placeId: number | null;
}

/**
 * Reads a pasted list: a message, a receipt, a page. Marks, numbers, senders and prices are left out; commas part
 * things; a heading says where the lines below go; a receipt gives the foods and how much of each.
 * @param most how many things to read
 * @param headed places that headings may name, where the list itself goes to none
 */
export function parseLines(
  pasted: string,
  context: LineContext,
  most = PASTED_AT_MOST,
  headed: Place[] = context.places,
): Pasted {
  const typed = pasted.split(LINE_END).filter((line) => tidy(line) !== '');
  const lines = sorted(typed.slice(0, LINES_READ), context, headed);
  const found: Pasted = { lines: [], skipped: [], headings: [], rest: [] };
  for (const line of lines) {
    const { typed, things } = line;
    if (line.placeHeading) found.headings.push(typed);
    else if (things.length === 0 && line.partOf === undefined) found.skipped.push(typed);
    for (const thing of things) {
      if (found.lines.length < most) found.lines.push(readIn(line, thing, context));
      else {
        found.rest.push(typed);
        found.skipped.push(...line.parts);
      }
    }
  }
  found.rest.push(...typed.slice(LINES_READ).map(tidy));
  return found;
}

/** A line that names one thing, without the mark before it and the pictures around it. */
export function parseAlone(line: string, context: LineContext): Entry {
  const typed = tidy(line);
  return readThing(aloneIn(undecorated(typed), typed), context).entry;
}

/** A line that reads the same wherever in a list it stands; undefined for one that doesn't, or names several things. */
export function parseAnywhere(line: string, context: LineContext): Entry | undefined {
  if (isNumbered(line)) return undefined;
  const { lines } = parseLines([line, line, NEUTRAL].join('\n'), context);
  const [one, other] = lines.map(({ entry }) => entry);
  return lines.length === 3 && isDeepStrictEqual(one, other) ? one : undefined;
}

const NAMED_IN_A_SENTENCE = 4;
const LISTED_AT_MOST = 100;
const CHARACTERS = 60;

/** Which lines were left out, in words. */
export function leftOutText(skipped: string[]): string {
  const said = worded(skipped).map((line) => `“${line}”`);
  return said.length > 0 ? `Left out: ${inShort(said, NAMED_IN_A_SENTENCE)}.` : '';
}

/** The same as a message, with a list when there are many. */
export function leftOut(
  skipped: string[],
): { text: string; list?: { label: string; lines: string[] } } | undefined {
  const lines = worded(skipped);
  if (lines.length === 0) return undefined;
  const text = leftOutText(skipped);
  if (lines.length <= NAMED_IN_A_SENTENCE) return { text };
  return { text, list: { label: `All ${lines.length} lines`, lines: lines.slice(0, LISTED_AT_MOST) } };
}

function worded(skipped: string[]): string[] {
  const said = skipped.filter((line) => /[\p{L}\p{N}]/u.test(line));
  return said.map((line) => (line.length > CHARACTERS ? `${line.slice(0, CHARACTERS)}…` : line));
}

function readIn(line: Sorted, thing: UnreadThing, context: LineContext): PastedLine {
  const read = readThing(thing, context);
  const placeId = read.entry.placeId ?? line.placeId;
  return { line: read.line, entry: { ...read.entry, placeId }, raw: [line.typed, ...line.parts] };
}

function sorted(typed: string[], context: LineContext, headed: Place[]): Sorted[] {
  const places = placeNames(headed);
  const raws = rawLines(typed, places);
  const parts = readReceipt(raws.map(({ bare, marked, heading }) => ({ text: heading ? '' : bare, marked })));
  let placeId: number | null = null;
  const lines = raws.map((raw, at): Sorted => {
    const part: Part = parts[at] ?? { is: 'unknown' };
    if (raw.heading) placeId = raw.heading.placeId;
    const things = raw.heading ? [] : thingsIn(raw, part, context, places);
    const partOf = part.is === 'detail' ? part.of : undefined;
    return { typed: raw.typed, placeHeading: false, things, parts: [], partOf, placeId };
  });
  for (const { typed, partOf } of lines) if (partOf !== undefined) lines[partOf]?.parts.push(typed);
  return withPlaceHeadings(lines, raws);
}

function withPlaceHeadings(lines: Sorted[], raws: RawLine[]): Sorted[] {
  let below = false;
  return lines
    .map((line, at) => ({ line, heading: raws[at]?.heading }))
    .reverse()
    .map(({ line, heading }) => {
      const placeHeading = heading !== undefined && heading.placeId !== null && below;
      below = heading === undefined && (below || line.things.length > 0);
      return { ...line, placeHeading };
    })
    .reverse();
}
