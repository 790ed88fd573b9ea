import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { dayIn, type IsoDate } from '../../calendar/day.js';
import type { DateOrder } from '../../database/tables.js';
import { tidy } from '../../text.js';
import type { DaysContext } from '../words/entry.js';
import { wholeDay } from './dates.js';
import { wholePastDay } from './past-day.js';

const CHARACTERS = 60;

const DAY = z.string({ error: 'Enter one day.' });
type TypedDay = z.ZodType<string, string | undefined>;

/**
 * What a household's days are read by.
 * @param household whose time zone is an IANA name
 */
export function daysContext(
  { timeZone, dateOrder }: { timeZone: string; dateOrder: DateOrder },
  now: Date,
): DaysContext {
  return { today: dayIn(timeZone, now), dateOrder };
}

/** A typed day, or null when empty: “fri”, “5 dec”, “in 2 weeks”, “12/26”, 2026-12-05. From 2000 to 2199. */
export function dayField(context: DaysContext) {
  return fieldOf(
    DAY.default(''),
    (text) => wholeDay(text, context),
    () => `Try “12 dec” or “${yearOf(context)}-12-24”.`,
  );
}

/** A typed day up to today, or null when empty: “yesterday”, “2 days ago”, “fri” for the last one, 3 nov. */
export function pastDayField(context: DaysContext) {
  return pastFieldOf(DAY.default(''), context);
}

/** As pastDayField; undefined when the form has no such field. */
export function pastDayFieldIfAny(context: DaysContext) {
  return pastFieldOf(DAY, context).optional();
}

/**
 * A form that reads days, made once for each day and order of dates: making one takes longer than reading with it.
 * @param make must depend on nothing else
 */
export function onceADay<Form extends z.ZodType>(
  make: (days: DaysContext) => Form,
): (days: DaysContext) => Form {
  const made = new LRUCache<string, Form, DaysContext>({
    max: 20,
    memoMethod: (_key, _before, { context }) => make(context),
  });
  return ({ today, dateOrder }) => made.memo(`${today} ${dateOrder}`, { context: { today, dateOrder } });
}

function pastFieldOf(typed: TypedDay, context: DaysContext) {
  const comes = (text: string) => {
    const day = wholeDay(text, context);
    return day !== undefined && day > context.today;
  };
  return fieldOf(
    typed,
    (text) => wholePastDay(text, context),
    (text) => (comes(text) ? 'It has to be today or earlier.' : `Try “yesterday” or “${context.today}”.`),
  );
}

function fieldOf(
  typed: TypedDay,
  read: (text: string) => IsoDate | undefined,
  advice: (text: string) => string,
) {
  return typed.transform(tidy).transform((text, context): IsoDate | null => {
    if (text === '') return null;
    const day = text.length <= CHARACTERS ? read(text) : undefined;
    if (day !== undefined) return day;
    const short = text.length <= CHARACTERS ? text : `${text.slice(0, CHARACTERS)}…`;
    const message =
      /^\d{4}-\d\d-\d\d$/.test(text) && !/^2[01]/.test(text)
        ? 'Enter a date between 2000 and 2199.'
        : `We can’t read “${short}” as a day. ${advice(text)}`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

function yearOf({ today }: DaysContext): string {
  return today.slice(0, 4);
}
