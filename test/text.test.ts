import { describe, expect, test } from 'vitest';
import { begunWithCapital, byName, counted, nameKey, optionalText, requiredText, tidy } from '../src/text.js';

const name = requiredText('a name', 10);
const unit = optionalText('a unit', 5);
const messages = (schema: typeof unit, typed: unknown) =>
  schema.safeParse(typed).error?.issues.map(({ message }) => message) ?? [];

describe('A line of text', () => {
  test('loses the white space around it and keeps one space of each run inside', () => {
    expect(tidy('  Whole \t\r\n milk ')).toBe('Whole milk');
    expect(tidy('Whole\u00a0\u2003milk\ufeff')).toBe('Whole milk');
  });

  test('is in the composed normal form, however it was typed', () => {
    expect(tidy('Cre\u0300me')).toBe('Crème');
    expect(tidy('Cr\u00e8me')).toBe('Crème');
  });

  test.each([
    '\u0000',
    '\u0007',
    '\u001b',
    '\u007f',
    '\u0085',
    '\u00ad',
    '\u200b',
    '\u202e',
    '\u2066',
    '\u{e0041}',
  ])('is refused with the hidden character %j in it', (hidden) => {
    const refusal = 'The unit has a character that can’t be shown. Type it again.';
    expect(messages(unit, `a${hidden}b`)).toEqual([refusal]);
  });

  test('keeps the joiners that words and emoji need', () => {
    expect(name.parse('می\u200cخواهم')).toBe('می\u200cخواهم');
    expect(name.parse('👨\u200d🍳')).toBe('👨\u200d🍳');
  });

  test('may be as long as its limit and no longer, counted after tidying', () => {
    expect(name.parse(`  ${'x'.repeat(10)}  `)).toBe('x'.repeat(10));
    expect(messages(name, 'x'.repeat(11))).toEqual(['Shorten the name to 10 characters at most.']);
  });

  test('sent twice is refused', () => {
    expect(messages(name, ['a', 'b'])).toEqual(['Enter a name once.']);
  });
});

describe('A required line of text', () => {
  test.each([undefined, '', '   ', '\u00a0'])('is asked for when it is %j', (typed) => {
    expect(messages(name, typed)).toEqual(['Enter a name.']);
  });

  test.each(['\u200d', '\u200c\u200d', ' \u200c ', '\u3164', '\u115f\u1160', '\uffa0', '\ufe0f'])(
    'is asked for when nothing of it can be seen (%j)',
    (typed) => {
      expect(messages(name, typed)).toContain('Enter a name.');
    },
  );
});

describe('Two names are the same', () => {
  test.each([
    ['Milk', 'milk'],
    ['Milk', '  MILK '],
    ['Whole milk', 'whole  milk'],
    ['CRÈME', 'cre\u0300me'],
    ['ÅSA', 'a\u030asa'],
    ['ＭＩＬＫ', 'milk'],
    ['ﬁsh', 'FISH'],
    ['ΟΔΟΣ', 'οδος'],
  ])('when they differ in case, spacing or form: %s and %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  test.each(['ad\u200da', 'ada\u200c', 'ada\ufe0f', 'a\u034fda'])(
    'when they differ in what nobody can see (%j)',
    (typed) => {
      expect(nameKey(typed)).toBe(nameKey('Ada'));
    },
  );

  test('and not when an accent or a letter differs', () => {
    expect(nameKey('Creme')).not.toBe(nameKey('Crème'));
    expect(nameKey('Milk')).not.toBe(nameKey('Milks'));
  });

  test('whatever the language of the machine: I and i are one letter', () => {
    expect(nameKey('FIG')).toBe('fig');
    expect(nameKey('MILK')).toBe('milk');
  });
});

test.each([
  [counted(0, 'item'), '0 items'],
  [counted(1, 'item'), '1 item'],
  [counted(2, 'item'), '2 items'],
  [counted(1, 'person', 'people'), '1 person'],
  [counted(3, 'person', 'people'), '3 people'],
])('A number of things is “%s”', (words, expected) => {
  expect(words).toBe(expected);
});

test.each([
  ['sour cream', 'Sour cream'],
  ['éclair', 'Éclair'],
  ['iPhone-shaped biscuits', 'iPhone-shaped biscuits'],
  ['7 up', '7 up'],
  ['ﬁsh cakes', 'Fish cakes'],
  ['', ''],
])('A name typed as “%s” is begun as “%s”', (typed, expected) => {
  expect(begunWithCapital(typed)).toBe(expected);
});

describe('Names in a list', () => {
  test.each([
    [
      ['Apple', 'äpfel', 'Zwieback', 'apricot', 'Äpfel'],
      ['äpfel', 'Äpfel', 'Apple', 'apricot', 'Zwieback'],
    ],
    [
      ['Shelf 10', 'shelf 2', 'Shelf 1', 'Shelf'],
      ['Shelf', 'Shelf 1', 'shelf 2', 'Shelf 10'],
    ],
    [
      ['zebra', 'Éclair', 'eggs', 'Ökologisk', 'oats', 'Œufs'],
      ['Éclair', 'eggs', 'oats', 'Œufs', 'Ökologisk', 'zebra'],
    ],
    [
      ['b', 'B', 'a', 'A'],
      ['a', 'A', 'b', 'B'],
    ],
    [
      ['milk', 'Milk', 'MILK'],
      ['milk', 'Milk', 'MILK'],
    ],
    [
      ['ЯБЛОКИ', 'ёж', 'Еда', 'жир'],
      ['Еда', 'ёж', 'жир', 'ЯБЛОКИ'],
    ],
    [
      ['Øl', 'Olie', 'ost'],
      ['Øl', 'Olie', 'ost'],
    ],
    [
      ['2 l', '02 l', '10 l', '1 l'],
      ['1 l', '02 l', '2 l', '10 l'],
    ],
  ])('%j are sorted as people sort', (names, sorted) => {
    for (const order of [names, names.toReversed(), names.toSorted()]) {
      const named = order.map((name) => ({ name }));
      expect(named.sort(byName).map(({ name }) => name)).toEqual(sorted);
    }
  });
});
