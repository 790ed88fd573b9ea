import { describe, expect, test } from 'vitest';
import { parseLine } from '../../src/entry-line/entry-line.js';
import { type Entry, type LineContext, NOTHING_SAID } from '../../src/entry-line/words/entry.js';
import { knownFoods } from '../../src/entry-line/words/known-foods.js';

export const FRIDGE = 1;
export const FREEZER = 2;
export const PANTRY = 3;
export const DRAWER = 4;
export const CREMERIE = 5;
export const BREAD_BIN = 6;

/** A Sunday. */
export const TODAY = '2026-11-22';

export const kitchen: LineContext = {
  places: [
    { id: FRIDGE, name: 'Fridge', kind: 'fridge' },
    { id: FREEZER, name: 'Freezer', kind: 'freezer' },
    { id: PANTRY, name: 'Pantry', kind: 'pantry' },
    { id: DRAWER, name: 'Freezer drawer 2', kind: 'freezer' },
    { id: CREMERIE, name: 'Crèmerie', kind: 'other' },
    { id: BREAD_BIN, name: 'Bread bin', kind: 'other' },
  ],
  today: TODAY,
  dateOrder: 'day-month',
};

/** A row of a table: the line, its name, and what else it says. */
export type Row = [line: string, name: string, rest?: Partial<Entry>];

export const milli = (quantityMilli: number, unit = ''): Partial<Entry> => ({ quantityMilli, unit });
export const until = (bestBefore: string): Partial<Entry> => ({ bestBefore });
export const useBy = (bestBefore: string): Partial<Entry> => ({ bestBefore, dateKind: 'use_by' });
export const at = (placeId: number): Partial<Entry> => ({ placeId });

export function entryOf(name: string, rest: Partial<Entry> = {}): Entry {
  return { name, ...NOTHING_SAID, ...rest };
}

/** One test a row. */
export function readAs(title: string, rows: Row[], context: LineContext = kitchen): void {
  describe(title, () => {
    test.each(rows.map(([line, name, rest]) => [line, entryOf(name, rest)] as const))('%s', (line, entry) => {
      expect(parseLine(line, context)).toEqual(entry);
    });
  });
}

/** Lines of which every word is the name. */
export function allName(title: string, lines: string[], context: LineContext = kitchen): void {
  readAs(
    title,
    lines.map((line): Row => [line, line]),
    context,
  );
}

/** A name, how much, where, until when and what was left over, written as a table of lines writes it. */
function asRow({ name, quantityMilli, unit, placeId, bestBefore, dateKind, leftOver }: Entry): string[] {
  const parts = [
    name,
    quantityMilli === null ? '' : `${quantityMilli / 1000} ${unit}`.trim(),
    kitchen.places.find(({ id }) => id === placeId)?.name ?? '',
    `${dateKind === 'use_by' ? 'use by ' : ''}${bestBefore ?? ''}`,
    leftOver === undefined ? '' : `left over: ${leftOver}`,
  ];
  return parts.slice(0, parts.findLastIndex((part) => part !== '') + 1);
}

/** One test a row of a table with strokes: a line as people type it, and what is read of it in a kitchen of usual food. */
export function readAsTable(title: string, table: string): void {
  const rows = table
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => row.split(' |').map((part) => part.trim()));
  const context = { ...kitchen, foods: knownFoods([]) };
  describe(title, () => {
    test.each(rows.map(([line = '', ...says]) => [line, says]))('%s', (line, says) => {
      expect(asRow(parseLine(line, context))).toEqual(says);
    });
  });
}
