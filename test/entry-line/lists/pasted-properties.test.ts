import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Pasted, parseAnywhere, parseLines } from '../../../src/entry-line/lists/pasted-lines.js';
import { printLine } from '../../../src/entry-line/print-line.js';
import { tidy } from '../../../src/text.js';
import { Choices } from '../../support/seeded.js';
import { entryOf, kitchen } from '../reading.js';

const RUNS = 120;
const FOLDER = path.join(import.meta.dirname, '../receipts/printed');
const printed = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) => readFileSync(path.join(FOLDER, name), 'utf8').split('\n'));
/** Lines that mean something to those around them. */
const LISTED = [
  ...[
    '- milk',
    '-2 eggs',
    '1 - rice',
    '2 - ham',
    '* ham',
    '*Dairy*',
    '# Freezer',
    'Fridge:',
    'FRIDGE',
    'DAIRY',
    '====',
    '---',
  ],
  ...[
    'milk, eggs, ham and oil',
    'fridge: milk, ham',
    '| a | b |',
    '|---|---|',
    'a\t2',
    '🥛',
    '🥛 2 l',
    '1️⃣ milk',
    '"',
    '“x',
    '[ ]',
  ],
  ...[
    '2 x 1,29',
    '1,29',
    '0,456 kg x 2,99',
    'MILK 2,58 A',
    'TOTAL 2,58',
    'Total',
    '2.58',
    'milk',
    'eggs',
    'Shopping list',
    '',
    ' \t ',
  ],
];

function pastedOf(random: Choices): string[] {
  const from = random.oneOf([LISTED, printed, [...LISTED, ...printed]]);
  return Array.from({ length: random.below(30) }, () => {
    const line = random.oneOf(from);
    return random.chance(0.1) ? line.slice(random.below(line.length + 1)) : line;
  });
}

/** Every line that something is said of. */
function toldIn({ lines, skipped, rest, headings }: Pasted): string[] {
  return [...lines.flatMap(({ raw }) => raw), ...skipped, ...rest, ...headings];
}

describe('Whatever is pasted', () => {
  test('no line is lost, and none is made up', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const random = new Choices('pasted', run);
      const pasted = pastedOf(random);
      const found = parseLines(pasted.join('\n'), kitchen, random.oneOf([0, 1, 5, 60]));
      const typed = pasted.map(tidy).filter(Boolean);
      expect({ pasted, lines: [...new Set(toldIn(found))].sort() }).toEqual({
        pasted,
        lines: [...new Set(typed)].sort(),
      });
      expect(found.lines.filter(({ line, entry }) => line === '' || entry.name === '')).toEqual([]);
    }
  });

  test('it is read, down to characters that no keyboard has', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const random = new Choices('pasted garbage', run);
      const units = Array.from({ length: random.below(200) }, () =>
        random.chance(0.7) ? 9 + random.below(120) : random.below(0x10000),
      );
      const pasted = String.fromCharCode(...units);
      const typed = pasted.split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/).map(tidy);
      const told = new Set(toldIn(parseLines(pasted, kitchen, 60)));
      expect(typed.filter((line) => line !== '' && !told.has(line))).toEqual([]);
    }
  });

  test.each(LISTED.filter((line) => tidy(line) !== ''))(
    'a food of the name %j is printed so that it reads back, whatever stands around it',
    (name) => {
      const entry = entryOf(tidy(name));
      const line = printLine(entry, kitchen, parseAnywhere);
      const around = ['- ham', '# Party', 'x', '1 - ham'];
      for (const other of around) {
        const { lines } = parseLines([other, line, 'rice'].join('\n'), { ...kitchen, places: [] });
        expect(lines.map((one) => one.entry)).toContainEqual(entry);
      }
    },
  );
});

const HOSTILE = [
  ...[
    '-',
    '- ',
    '*',
    '**a',
    '*a ',
    '_a_',
    '~',
    '`',
    '[',
    '[a](',
    '(',
    '# ',
    '== ',
    '|',
    '| ',
    '\t',
    '  a',
    ',',
    ', ',
    'a,',
    ' and ',
  ],
  ...[
    '"',
    '“',
    '""',
    '&',
    '&#1',
    '&amp;',
    '🥛',
    '1️⃣',
    '\u200d',
    '1',
    '1.',
    '1,1',
    '1.11 ',
    '1 x 1.11 ',
    '0,456 kg x ',
    '€ ',
    '-1.11 ',
    '@ ',
  ],
  ...[
    'A ',
    'a.',
    'a: ',
    ': ',
    'x',
    'total ',
    'kg/',
    '/',
    '1/1/1 ',
    '[1/1/11, 1:11] ',
    '%',
    'é',
    'ﬃ',
    '; ',
    ' / ',
    'milk, ',
  ],
];

describe('A line of many thousand characters', () => {
  // Nobody measures the time: work that grows with the square of the length would not end here.
  test.each(HOSTILE)('that is %j again and again is read to its end, and so are many of them', (part) => {
    const long = part.repeat(100_000 / part.length);
    expect(toldIn(parseLines(`a${long}b`, kitchen))).toContain(tidy(`a${long}b`));
    const shorter = part.repeat(1900 / part.length);
    const { lines, skipped, rest } = parseLines(`${shorter}\n`.repeat(5), kitchen);
    expect(lines.length + skipped.length + rest.length).toBeGreaterThanOrEqual(tidy(shorter) === '' ? 0 : 5);
  });
});
