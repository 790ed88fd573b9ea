import { describe, expect, test } from 'vitest';
import { containerNamed, measureNamed, numberNamed } from '../../src/vocabulary/amounts.js';
import { isMonth, markerIn, monthNamed, weekdayNamed } from '../../src/vocabulary/dates.js';
import type { Vocabulary } from '../../src/vocabulary/languages/vocabulary.js';
import { isAmbiguous, LANGUAGES } from '../../src/vocabulary/languages.js';
import { inOrder, phraseKey, spellings } from '../../src/vocabulary/spelling.js';

const [english, ...others] = LANGUAGES as [Vocabulary, ...Vocabulary[]];
const languages = LANGUAGES.map(
  (language) => [spellings(language.calendar.months)[0] ?? '', language] as const,
);

const listsOf = ({ calendar, measures, containers, numbers }: Vocabulary): Record<string, string[]> => ({
  months: spellings(calendar.months),
  weekdays: spellings(calendar.weekdays),
  spans: spellings(...Object.values(calendar.spans)),
  monthParts: spellings(...Object.values(calendar.monthParts)),
  facts: spellings(...Object.values(calendar.facts)),
  phrases: [...calendar.bestBefore, ...(calendar.bestBeforeEnd ?? []), ...calendar.useBy].map(phraseKey),
  until: spellings(calendar.until),
  measures: spellings(...Object.values(measures)),
  containers: containers.flatMap(({ words }) => spellings(words)),
  numbers: spellings(numbers),
});

describe.each(languages)('The words of a language, from %s on', (_, language) => {
  test('are there: months, days, numbers, measures, what packs say', () => {
    expect(inOrder(language.calendar.months)).toHaveLength(12);
    expect(inOrder(language.calendar.weekdays)).toHaveLength(7);
    expect(inOrder(language.numbers).length).toBeGreaterThanOrEqual(12);
    expect(Object.keys(language.measures)).toEqual(expect.arrayContaining(['g', 'kg', 'ml', 'l']));
    for (const list of Object.values(listsOf(language))) expect(list).not.toHaveLength(0);
  });

  test('stand once in their list', () => {
    const twice = Object.entries(listsOf(language)).flatMap(([name, list]) =>
      list.filter((word, at) => list.indexOf(word) !== at).map((word) => `${name}: ${word}`),
    );
    expect(twice).toEqual([]);
  });

  test('mean one thing, or are known to mean another one', () => {
    const meanings = ['months', 'weekdays', 'spans', 'measures', 'containers'];
    const lists = listsOf(language);
    const words = meanings.flatMap((name) => lists[name] ?? []);
    const unclear = words.filter((word, at) => words.indexOf(word) !== at && !isAmbiguous(language, word));
    expect(unclear).toEqual([]);
  });
});

test('A word of another language that is an English one of another meaning is known to be', () => {
  const meanings = ['months', 'weekdays', 'spans', 'measures', 'containers', 'monthParts', 'facts', 'until'];
  const ours = listsOf(english);
  const clashes = others.flatMap((language) =>
    meanings.flatMap((name) => {
      const elsewhere = new Set(
        meanings.filter((other) => other !== name).flatMap((other) => ours[other] ?? []),
      );
      return (listsOf(language)[name] ?? []).filter(
        (word) => elsewhere.has(word) && !isAmbiguous(language, word),
      );
    }),
  );
  expect(clashes).toEqual([]);
});

test('What is a word of English is that, and what is a food is no month by itself', () => {
  expect(monthNamed('may')).toEqual({ number: 5, alone: false });
  expect(monthNamed('mai')).toEqual({ number: 5, alone: false });
  expect(weekdayNamed('mar')).toBeUndefined();
  expect(['mayo', 'mars', 'set', 'ago', 'lis', 'mai', 'mei', 'maj'].filter(isMonth)).toEqual([]);
  expect(['once', 'elf', 'due', 'sei'].map(numberNamed)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect([measureNamed('pt'), containerNamed('pot')?.several, containerNamed('bar')?.several]).toEqual([
    'pt',
    'pots',
    'bars',
  ]);
  expect(markerIn(['do', '5'])).toBeUndefined();
});
