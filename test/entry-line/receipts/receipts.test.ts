import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { quantityText } from '../../../src/amounts/quantity.js';
import { parseLines } from '../../../src/entry-line/lists/pasted-lines.js';
import type { Entry } from '../../../src/entry-line/words/entry.js';
import { tidy } from '../../../src/text.js';
import { kitchen } from '../reading.js';

const FOLDER = path.join(import.meta.dirname, 'printed');
const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.txt'),
);

/** The lines of a file that have something on them, tidied. */
function linesOf(name: string): string[] {
  const text = readFileSync(path.join(FOLDER, name), 'utf8');
  return text.split('\n').map(tidy).filter(Boolean);
}

/** “2 × 1 l”, “0.845 kg”, or nothing. */
function amountOf({ quantityMilli, unit }: Entry): string {
  return quantityMilli === null ? '' : tidy(`${quantityText(quantityMilli, unit)} ${unit}`);
}

test('Receipts of a dozen shops are looked at', () => {
  expect(names.length).toBeGreaterThanOrEqual(12);
});

// What is expected stands beside each receipt: a food, how much of it, and the lines that say so. All others are left out.
test.each(names)('Of %s the foods are taken, and all else is left out and shown as left out', (name) => {
  const printed = linesOf(name);
  const expected = linesOf(name.replace(/\.txt$/, '.expected')).map((line) => line.split('|').map(tidy));
  const { lines, skipped, rest, headings } = parseLines(
    readFileSync(path.join(FOLDER, name), 'utf8'),
    kitchen,
    60,
  );
  const read = lines.map(({ entry, raw }) => [entry.name, amountOf(entry), raw.join(' + ')]);
  expect(read).toEqual(expected);
  const told = expected.flatMap(([, , raw = '']) => raw.split(' + '));
  expect(skipped).toEqual(printed.filter((line) => !told.includes(line)));
  expect([rest, headings]).toEqual([[], []]);
  const said = lines.map(({ entry }) => [entry.placeId, entry.bestBefore]);
  expect(said).toEqual(said.map(() => [null, null]));
});
