import { describe, expect, test } from 'vitest';
import { addDays, dayText } from '../../../src/calendar/day.js';
import { dayField, daysContext, pastDayField } from '../../../src/entry-line/dates/day-field.js';

/** A Sunday. */
const today = '2026-11-22';
const days = { today, dateOrder: 'day-month' } as const;
const field = dayField(days);
const monthFirst = dayField({ ...days, dateOrder: 'month-day' });
const past = pastDayField(days);

const messageOf = (schema: typeof field, typed: unknown) => schema.safeParse(typed).error?.issues[0]?.message;

describe('A field for a day', () => {
  test.each(['', '   ', undefined])('may be left empty (%j)', (typed) => {
    expect(field.parse(typed)).toBeNull();
  });

  test.each(['2028-02-29', '2000-01-01', '2199-12-31', ' 2026-12-24 '])(
    'takes %s in every household',
    (typed) => {
      expect([field.parse(typed), monthFirst.parse(typed)]).toEqual([typed.trim(), typed.trim()]);
    },
  );

  test.each([
    ['fri', '2026-11-27'],
    ['tomorrow', '2026-11-23'],
    ['next fri', '2026-11-27'],
    ['in 2 weeks', '2026-12-06'],
    ['2 weeks', '2026-12-06'],
    ['6m', '2027-05-22'],
    ['a week', '2026-11-29'],
    ['5 dec', '2026-12-05'],
    ['5/12', '2026-12-05'],
    ['12.3', '2027-03-12'],
    ['1/2', '2027-02-01'],
    ['12-3', '2027-03-12'],
    ['24.12.2026', '2026-12-24'],
    ['20261224', '2026-12-24'],
    ['2026-1-5', '2026-01-05'],
    ['12/26', '2026-12-31'],
    ['mar', '2027-03-31'],
    ['may', '2027-05-31'],
    ['mid dec', '2026-12-10'],
    ['end of month', '2026-11-30'],
    ['exp 5 dec', '2026-12-05'],
    ['bbe 06/27', '2027-06-30'],
    ['on friday', '2026-11-27'],
  ])('takes %s for %s', (typed, day) => {
    expect(field.parse(typed)).toBe(day);
  });

  test('reads numbers in the household’s order', () => {
    expect([field.parse('5/12/26'), monthFirst.parse('5/12/26')]).toEqual(['2026-12-05', '2026-05-12']);
  });

  test.each([
    ...[
      '32 dec',
      'soon',
      '2026-02-30',
      '2026-13-01',
      '31/4',
      '31/02/27',
      'milk fri',
      'use by fri',
      'fri sat',
    ],
    ...['2026-12-24T00:00:00Z', '+002026-12-24', '12', '0', 'exp', '<b>', 'nothing', 'in 0 days'],
  ])('can’t read %s, and says what it can', (typed) => {
    expect(messageOf(field, typed)).toBe(`We can’t read “${typed}” as a day. Try “12 dec” or “2026-12-24”.`);
  });

  test.each(['1999-12-31', '2200-01-01', '0001-01-01', '9999-12-31'])('%s is too far away', (typed) => {
    expect(messageOf(field, typed)).toBe('Enter a date between 2000 and 2199.');
  });

  test('repeats no more than the beginning of what is long', () => {
    expect(messageOf(field, 'fri '.repeat(100))).toMatch(/^We can’t read “(fri ){15}…” as a day/);
  });

  test('that is sent twice is refused', () => {
    expect(messageOf(field, ['2026-12-24', '2026-12-25'])).toBe('Enter one day.');
  });

  test('takes what it shows, in either order, for every day of four years', () => {
    for (let n = 0; n < 1461; n += 1) {
      const day = addDays('2026-01-01', n);
      expect([field.parse(dayText(day)), monthFirst.parse(dayText(day))]).toEqual([day, day]);
    }
  });
});

describe('A field for a day that was', () => {
  test.each([
    ['today', '2026-11-22'],
    ['yesterday', '2026-11-21'],
    ['2 days ago', '2026-11-20'],
    ['a week ago', '2026-11-15'],
    ['fri', '2026-11-20'],
    ['last fri', '2026-11-20'],
    ['sun', '2026-11-15'],
    ['3 nov', '2026-11-03'],
    ['3/11', '2026-11-03'],
    ['3 dec', '2025-12-03'],
    ['20 Nov 2026', '2026-11-20'],
    ['2026-11-22', '2026-11-22'],
    ['gestern', '2026-11-21'],
  ])('takes %s for %s', (typed, day) => {
    expect(past.parse(typed)).toBe(day);
  });

  test('may be left empty', () => expect(past.parse(' ')).toBeNull());

  test.each(['tomorrow', '2026-11-23', '3 nov 2027', 'in 2 days', 'next fri'])(
    'refuses %s, which is to come',
    (typed) => {
      expect(messageOf(past, typed)).toBe(
        `We can’t read “${typed}” as a day. It has to be today or earlier.`,
      );
    },
  );

  test.each(['2 days', 'nov', '31 feb', 'opened'])('can’t read %s', (typed) => {
    expect(messageOf(past, typed)).toMatch(/^We can’t read “.*” as a day\./);
  });
});

test('What days are read by comes from the household', () => {
  const household = { timeZone: 'Pacific/Auckland', dateOrder: 'day-month' } as const;
  expect(daysContext(household, new Date('2026-11-22T23:00:00Z'))).toEqual({
    today: '2026-11-23',
    dateOrder: 'day-month',
  });
});
