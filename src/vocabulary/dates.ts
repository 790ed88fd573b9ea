import { ORDINALS } from './amounts.js';
import { english } from './english.js';
import { isAmbiguous, LANGUAGES } from './languages.js';
import { firstOf, inOrder, phraseKey, spellings, withoutDot } from './spelling.js';
import type { RelativeDay, Span, Vocabulary } from './vocabulary.js';

/** A word of the calendar. */
export interface Named {
  /** Of a month 1 to 12, of a day of the week 0 for Sunday to 6. */
  number: number;
  /** True when it means that and nothing else; “may” needs a day beside it, or “best before”. */
  alone: boolean;
}

/** Words that say that a date follows. */
export interface Marker {
  kind: 'use_by' | 'best_before';
  /** “Until” and “by”: what stands before them may say more. */
  weak: boolean;
}

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
/** The short forms of other languages are too many to be no word at all. */
function isClear(language: Vocabulary, word: string): boolean {
  return !isAmbiguous(language, word) && (language === english || word.length > 4);
}

const MONTHS = named('months', 1);
// “Mar” is March, though a Tuesday in French.
const WEEKDAYS = new Map([...named('weekdays', 0)].filter(([word]) => !MONTHS.has(word)));

const SPANS = firstOf(
  LANGUAGES.flatMap(({ calendar }) =>
    Object.entries(calendar.spans).flatMap(([span, text]) =>
      spellings(text).map((word) => [word, span as Span] as const),
    ),
  ),
);

const RELATIVE = firstOf(
  LANGUAGES.flatMap(({ calendar }) =>
    Object.entries(calendar.relative).flatMap(([day, phrases]) =>
      phrases.map((phrase) => [phraseKey(phrase), day as RelativeDay] as const),
    ),
  ),
);

const MARKERS = firstOf(
  LANGUAGES.flatMap((language): [string, Marker][] => {
    const { useBy, bestBefore, until } = language.calendar;
    const weak = (phrase: string) => isAmbiguous(language, phrase);
    return [
      ...useBy.map((phrase): [string, Marker] => [
        phraseKey(phrase),
        { kind: 'use_by', weak: weak(phraseKey(phrase)) },
      ]),
      ...bestBefore.map((phrase): [string, Marker] => [
        phraseKey(phrase),
        { kind: 'best_before', weak: weak(phraseKey(phrase)) },
      ]),
      ...spellings(until).map((word): [string, Marker] => [word, { kind: 'best_before', weak: true }]),
    ];
  }),
);

const longest = (phrases: Map<string, unknown>) =>
  Math.max(...[...phrases.keys()].map((phrase) => phrase.split(' ').length));
/** The words of the longest marker, and of the longest name of a relative day. */
export const MARKER_WORDS = longest(MARKERS);
const RELATIVE_WORDS = longest(RELATIVE);

const { sentence, names } = english;
const ENGLISH_MONTHS = new Set(spellings(english.calendar.months));
const OTHER_DATES = new Set([
  ...spellings(english.otherDates, english.whichDay, names.beforeDay, english.of, english.calendar.end),
  ...spellings(english.calendar.weekdays, english.calendar.until),
  ...spellings(sentence.and, sentence.in, sentence.at, sentence.on, sentence.from, sentence.the),
  ...spellings(...english.calendar.bestBefore, ...english.calendar.useBy),
]);
const END = new Set(LANGUAGES.flatMap(({ calendar }) => spellings(calendar.end)));
const AHEAD = new Set(LANGUAGES.flatMap(({ calendar }) => spellings(calendar.ahead)));
export const ON = new Set(spellings(sentence.on));
const ORDINAL = new RegExp(`^(\\d{1,2})(?:${ORDINALS.join('|')}|\\.)?$`);

export function monthNamed(key: string): Named | undefined {
  return MONTHS.get(withoutDot(key));
}

/** True for a word that rather is a month than anything else: “may”, but not “mars” and “mayo”. */
export function isMonth(key: string): boolean {
  const plain = withoutDot(key);
  return ENGLISH_MONTHS.has(plain) || MONTHS.get(plain)?.alone === true;
}

export function weekdayNamed(key: string): Named | undefined {
  return WEEKDAYS.get(withoutDot(key));
}

/** @param key one word: “weeks”, “w” */
export function spanNamed(key: string): Span | undefined {
  return SPANS.get(withoutDot(key));
}

/** The day that words begin with that is named from today on: “tomorrow”. */
export function relativeDayIn(keys: string[]): { taken: number; day: RelativeDay } | undefined {
  const found = phraseIn(RELATIVE, keys, RELATIVE_WORDS);
  return found && { taken: found.taken, day: found.value };
}

/** The words that keys begin with that say that a date follows. */
export function markerIn(keys: string[]): (Marker & { taken: number }) | undefined {
  const found = phraseIn(MARKERS, keys, MARKER_WORDS);
  return found && { taken: found.taken, ...found.value };
}

/** True for a word after which a date says something else: when a thing was made, what it is called. */
export function meansOtherDate(key: string): boolean {
  const plain = withoutDot(key);
  return OTHER_DATES.has(plain) || isMonth(plain) || WEEKDAYS.get(plain)?.alone === true;
}

/** “End” of a month. */
export function isEnd(key = ''): boolean {
  return END.has(key);
}

/** “In” five days. */
export function isAhead(key = ''): boolean {
  return AHEAD.has(key);
}

/** 5 of “5”, “5.” and “5th”. */
export function dayNumber(key = ''): number | undefined {
  const day = ORDINAL.exec(key)?.[1];
  return day === undefined ? undefined : Number(day);
}

function phraseIn<Value>(phrases: Map<string, Value>, keys: string[], most: number) {
  for (let taken = Math.min(most, keys.length); taken > 0; taken -= 1) {
    const value = phrases.get(keys.slice(0, taken).map(withoutDot).join(' '));
    if (value !== undefined) return { taken, value };
  }
  return undefined;
}
