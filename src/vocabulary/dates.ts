import { A, ORDINALS } from './amounts.js';
import { english } from './languages/english.js';
import type { Fact, MonthPart, RelativeDay, Span, Vocabulary } from './languages/vocabulary.js';
import { isAmbiguous, LANGUAGES } from './languages.js';
import { Phrases } from './phrases.js';
import { firstOf, inOrder, phraseKey, spellings, withoutDot } from './spelling.js';

export interface Named {
  /** A month from 1 to 12, a weekday from 0 for Sunday. */
  number: number;
  /** Means only that; “may” needs a day or “best before” beside it. */
  alone: boolean;
}

/** Words before a date. */
export interface Marker {
  kind: 'use_by' | 'best_before';
  /** “Until”, “by”: words before them may change the meaning. */
  weak: boolean;
  /** “Best before end”: of the month or the year. */
  end: boolean;
}

const { calendar, sentence, names } = english;

/** All words, each with its key in the record. */
const byKey = <Key extends string>(recordOf: (language: Vocabulary) => Partial<Record<Key, string>>) =>
  firstOf(
    LANGUAGES.flatMap((language) =>
      (Object.entries(recordOf(language)) as [Key, string][]).flatMap(([key, text]) =>
        spellings(text).map((word) => [word, { key, sure: !isAmbiguous(language, word) }] as const),
      ),
    ),
  );

const named = (part: 'months' | 'weekdays', first: number) =>
  firstOf(
    LANGUAGES.flatMap((language) =>
      inOrder(language.calendar[part]).flatMap((words, index) =>
        spellings(...words).map((word): [string, Named] => {
          return [word, { number: index + first, alone: isClear(language, word) }];
        }),
      ),
    ),
  );

/** Short forms in other languages are often other words. */
function isClear(language: Vocabulary, word: string): boolean {
  return !isAmbiguous(language, word) && (language === english || word.length > 4);
}

const MONTHS = named('months', 1);
// “Mar” is March, though a Tuesday in French.
const WEEKDAYS = new Map([...named('weekdays', 0)].filter(([word]) => !MONTHS.has(word)));
const SPANS = byKey(({ calendar: { spans } }) => spans);
const MONTH_PARTS = byKey(({ calendar: { monthParts } }) => monthParts);
const FACTS = byKey(({ calendar: { facts } }) => facts);
const SPAN_LETTERS = new Map(
  Object.entries(english.spanLetters).map(([span, letter]) => [letter, span as Span]),
);

const RELATIVE = new Phrases(
  LANGUAGES.flatMap(({ calendar: { relative } }) =>
    Object.entries(relative).flatMap(([day, phrases]) =>
      phrases.map((phrase) => [phraseKey(phrase), day as RelativeDay] as const),
    ),
  ),
);
const AGO_BEFORE = new Phrases(
  LANGUAGES.flatMap(({ calendar: { ago } }) => (ago.before ?? []).map((phrase) => [phraseKey(phrase), true])),
);

const MARKERS = new Phrases(
  LANGUAGES.flatMap((language) => {
    const { useBy, bestBefore, bestBeforeEnd = [], until } = language.calendar;
    const marking = (phrases: string[], marker: Omit<Marker, 'weak'>) =>
      phrases.map(phraseKey).map((key): [string, Marker] => {
        return [key, { ...marker, weak: isAmbiguous(language, key) }];
      });
    return [
      ...marking(useBy, { kind: 'use_by', end: false }),
      ...marking(bestBefore, { kind: 'best_before', end: false }),
      ...marking(bestBeforeEnd, { kind: 'best_before', end: true }),
      ...spellings(until).map((word): [string, Marker] => {
        return [word, { kind: 'best_before', weak: true, end: false }];
      }),
    ];
  }),
);

/** The last word before a past span. */
const AGO_LAST = new Set(
  LANGUAGES.flatMap(({ calendar: { ago } }) =>
    (ago.before ?? []).map((phrase) => phraseKey(phrase).split(' ').at(-1)),
  ),
);
export const MARKER_WORDS = MARKERS.mostWords;

const ENGLISH_MONTHS = new Set(spellings(calendar.months));
const OTHER_DATES = new Set([
  ...spellings(english.otherDates, ...Object.values(calendar.facts)),
  ...spellings(english.nextDay, english.thisDay, english.lastDay, english.everyDay),
  ...spellings(names.beforeDay, english.of, calendar.monthParts.end, calendar.monthParts.middle),
  ...spellings(calendar.weekdays, calendar.until),
  ...[...calendar.bestBefore, ...calendar.useBy].flatMap((phrase) => phrase.split(' ').slice(0, 1)),
  ...spellings(
    sentence.and,
    sentence.in,
    sentence.at,
    sentence.on,
    sentence.from,
    sentence.elsewhere,
    sentence.the,
  ),
]);

const AHEAD = new Set(LANGUAGES.flatMap((language) => spellings(language.calendar.ahead)));
const AGO_AFTER = new Set(LANGUAGES.flatMap((language) => spellings(language.calendar.ago.after)));
export const ON = new Set(spellings(sentence.on));
/** “A week on Friday”, “a week from Friday” */
export const ON_OR_FROM = new Set(spellings(sentence.on, sentence.from));
export const NEXT = new Set(spellings(english.nextDay));
export const THIS = new Set(spellings(english.thisDay));
export const LAST = new Set(spellings(english.lastDay));
/** The number of a lot may be a date. */
export const LOT = new Set(spellings(english.lot));
/** A span after these is an age: “gouda 12 months”. */
export const OF_AGE = new Set(spellings(names.ofAge));
/** A number with m after these is a length. */
export const BY_LENGTH = new Set(spellings(names.byLength));

export function monthNamed(key = ''): Named | undefined {
  return MONTHS.get(withoutDot(key));
}

/** True for “may”, not for “mars” and “mayo”. */
export function isMonth(key: string): boolean {
  const plain = withoutDot(key);
  return ENGLISH_MONTHS.has(plain) || MONTHS.get(plain)?.alone === true;
}

export function weekdayNamed(key = ''): Named | undefined {
  return WEEKDAYS.get(withoutDot(key));
}

/** @param key one word: “weeks” */
export function spanNamed(key = ''): { span: Span; sure: boolean } | undefined {
  const found = SPANS.get(withoutDot(key));
  return found && { span: found.key, sure: found.sure };
}

/** A letter that stands for a span right after a number: “2w”. */
export function spanOfLetter(letter: string): Span | undefined {
  return SPAN_LETTERS.get(letter);
}

export function monthPartNamed(key = ''): MonthPart | undefined {
  return MONTH_PARTS.get(withoutDot(key))?.key;
}

export function factNamed(key = ''): Fact | undefined {
  return FACTS.get(key)?.key;
}

/** A day counted from today, at the start: “tomorrow”. */
export function relativeDayIn(keys: string[]): { taken: number; day: RelativeDay } | undefined {
  const found = RELATIVE.startOf(keys);
  return found && { taken: found.taken, day: found.value };
}

/** Words before a date, at the start. */
export function markerIn(keys: string[]): (Marker & { taken: number }) | undefined {
  const found = MARKERS.startOf(keys);
  return found && { taken: found.taken, ...found.value };
}

/** True for a word that gives a date another meaning: “made”. */
export function meansOtherDate(key: string): boolean {
  const plain = withoutDot(key);
  return OTHER_DATES.has(plain) || isMonth(plain) || WEEKDAYS.get(plain)?.alone === true;
}

/** “In” five days. */
export function isAhead(key = ''): boolean {
  return AHEAD.has(key);
}

/** “Ago”, after a span. */
export function isAgo(key = ''): boolean {
  return AGO_AFTER.has(withoutDot(key));
}

/** True for a word after which a span is past. */
export function isAgoBefore(key: string): boolean {
  return AGO_LAST.has(key);
}

/** How many words before a span make it past: “vor zwei Tagen”, “il y a deux jours”. */
export function agoBefore(keys: string[]): number {
  return AGO_BEFORE.startOf(keys)?.taken ?? 0;
}

const FIRST_WORDS = new Set([
  ...[MONTHS, WEEKDAYS, SPANS, MONTH_PARTS].flatMap((words) => [...words.keys()]),
  ...[...RELATIVE.firstWords, ...MARKERS.firstWords, ...AHEAD, ...NEXT, ...THIS, ...LOT, ...ON, ...A],
  ...LANGUAGES.flatMap(({ numbers }) => spellings(numbers)),
]);

/** False for a word that begins no date and no marker: most words. */
export function mayBeginDate(key: string): boolean {
  return /[\d-]/.test(key) || FIRST_WORDS.has(withoutDot(key));
}

const ORDINAL = new RegExp(`^(\\d{1,2})(?:${ORDINALS.join('|')}|\\.)?$`);

/** 5 of “5”, “5.” and “5th”. */
export function dayNumber(key = ''): number | undefined {
  const day = ORDINAL.exec(key)?.[1];
  return day === undefined ? undefined : Number(day);
}
