import type { IsoDate } from '../../calendar/day.js';
import { factNamed } from '../../vocabulary/dates.js';
import type { Fact } from '../../vocabulary/languages/vocabulary.js';
import type { Entry, LineContext } from '../words/entry.js';
import { type Word, withSeparator } from '../words/words.js';
import { PAST_DAY_WORDS, readPastDay } from './past-day.js';

/** What was done on a day, and the entry's field for it. */
export const FACTS = { opened: 'openedOn', bought: 'boughtOn', frozen: 'frozenOn' } as const;

/** What was done on which day, at the end of a line: “opened yesterday”, “frozen 3 nov”. */
export function factAtEnd(
  words: Word[],
  start: number,
  end: number,
  context: LineContext,
): { at: number; fact: Fact; day: IsoDate } | undefined {
  for (let from = Math.max(start, end - PAST_DAY_WORDS - 1); from < end - 1; from += 1) {
    const fact = factNamed(words[from]?.key);
    const rest = words.slice(from, fact === undefined ? from : end);
    if (fact === undefined || rest.some(({ quoted }) => quoted)) continue;
    const keys = rest.slice(1).map(({ key }) => key);
    const day = readPastDay(keys, context);
    if (day?.taken === keys.length) return { at: withSeparator(words, start, from), fact, day: day.day };
  }
  return undefined;
}

/** The facts that an entry has. */
export function factsOf(entry: Pick<Entry, (typeof FACTS)[Fact]>): [Fact, IsoDate][] {
  return (Object.keys(FACTS) as Fact[]).flatMap((fact) => {
    const day = entry[FACTS[fact]];
    return day === null ? [] : [[fact, day] as [Fact, IsoDate]];
  });
}
