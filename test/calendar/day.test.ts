import { describe, expect, test } from 'vitest';
import { addDays, dayIn, daysAfter, dayText, inWords, startOfDay } from '../../src/calendar/day.js';
import { shown } from '../../src/stock/stock.js';

describe('Today', () => {
  test.each([
    ['Pacific/Kiritimati', '2026-03-01T09:59:59Z', '2026-03-01'],
    ['Pacific/Kiritimati', '2026-03-01T10:00:00Z', '2026-03-02'],
    ['Pacific/Pago_Pago', '2026-03-01T10:59:59Z', '2026-02-28'],
    ['Pacific/Pago_Pago', '2026-03-01T11:00:00Z', '2026-03-01'],
    ['UTC', '2026-12-31T23:59:59.999Z', '2026-12-31'],
    ['UTC', '2027-01-01T00:00:00Z', '2027-01-01'],
    ['America/New_York', '2027-01-01T04:59:59Z', '2026-12-31'],
    ['Asia/Kathmandu', '2026-12-31T18:15:00Z', '2027-01-01'],
    ['Asia/Kathmandu', '2026-12-31T18:14:59Z', '2026-12-31'],
  ])('in %s at %s is %s', (zone, now, day) => {
    expect(dayIn(zone, new Date(now))).toBe(day);
  });

  test('begins an hour earlier in UTC once Dublin has put its clocks forward', () => {
    expect(dayIn('Europe/Dublin', new Date('2026-03-28T23:30:00Z'))).toBe('2026-03-28');
    expect(dayIn('Europe/Dublin', new Date('2026-03-29T23:30:00Z'))).toBe('2026-03-30');
    expect(dayIn('Europe/Dublin', new Date('2026-10-24T23:30:00Z'))).toBe('2026-10-25');
    expect(dayIn('Europe/Dublin', new Date('2026-10-25T23:30:00Z'))).toBe('2026-10-25');
  });

  test('is right where a day has no midnight', () => {
    // In Beirut the clocks go from 00:00 to 01:00 on 29 March 2026.
    expect(dayIn('Asia/Beirut', new Date('2026-03-28T21:59:59Z'))).toBe('2026-03-28');
    expect(dayIn('Asia/Beirut', new Date('2026-03-28T22:00:00Z'))).toBe('2026-03-29');
  });

  test('is the leap day when there is one', () => {
    expect(dayIn('Europe/Vienna', new Date('2028-02-28T23:00:00Z'))).toBe('2028-02-29');
    expect(dayIn('Europe/Vienna', new Date('2028-02-29T23:00:00Z'))).toBe('2028-03-01');
  });
});

describe('A day', () => {
  test.each([
    ['UTC', '2026-03-01', '2026-03-01T00:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-03-02', '2026-03-01T10:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-03-01', '2026-03-01T11:00:00.000Z'],
    ['Asia/Kathmandu', '2027-01-01', '2026-12-31T18:15:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['Europe/Berlin', '2026-10-26', '2026-10-25T23:00:00.000Z'],
    // The clocks go from midnight to one: the day begins at one.
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z'],
    // The clocks go from midnight back to eleven: that hour is the day before, twice.
    ['Africa/Cairo', '2026-10-30', '2026-10-29T22:00:00.000Z'],
  ])('in %s, %s, begins at %s', (zone, day, start) => {
    expect(startOfDay(zone, day).toISOString()).toBe(start);
  });
});

describe('Counting days', () => {
  test.each([
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
    ['2026-12-31', '2027-01-01', 1],
    ['2028-02-28', '2028-03-01', 2],
    ['2026-02-28', '2026-03-01', 1],
    ['2026-03-01', '2026-02-28', -1],
    ['2026-03-01', '2026-03-01', 0],
  ])('from %s to %s is %i', (from, to, days) => {
    expect(daysAfter(from, to)).toBe(days);
    expect(addDays(from, days)).toBe(to);
  });
});

describe('A best-before date in words', () => {
  const today = '2026-11-24';
  test.each([
    [-800, '2 years ago', 'past'],
    [-70, '2 months ago', 'past'],
    [-21, '3 weeks ago', 'past'],
    [-2, '2 days ago', 'past'],
    [-1, 'yesterday', 'past'],
    [0, 'today', 'soon'],
    [1, 'tomorrow', 'soon'],
    [3, 'in 3 days', 'soon'],
    [4, 'in 4 days', 'later'],
    [20, 'in 20 days', 'later'],
    [21, 'in 3 weeks', 'later'],
    [59, 'in 8 weeks', 'later'],
    [60, 'in 2 months', 'later'],
    [729, 'in 24 months', 'later'],
    [730, 'in 2 years', 'later'],
  ])('%i days away is “%s” and %s', (days, words, state) => {
    expect(inWords(addDays(today, days), today)).toMatchObject({ words, state });
  });

  test('says the year only when it is another one', () => {
    expect(inWords('2026-11-25', today).date).toBe('25 Nov');
    expect(inWords('2027-01-01', '2026-12-31')).toMatchObject({ date: '1 Jan 2027', words: 'tomorrow' });
    expect(inWords('2025-12-31', '2026-01-01')).toMatchObject({ date: '31 Dec 2025', words: 'yesterday' });
  });

  test('is the date itself whatever time zone the machine is in', () => {
    const zone = process.env.TZ;
    try {
      for (const machine of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
        process.env.TZ = machine;
        expect(inWords('2028-02-29', '2028-02-28').date).toBe('29 Feb');
        expect(dayIn('UTC', new Date('2026-03-01T23:30:00Z'))).toBe('2026-03-01');
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  test('is nothing for an item without one', () => {
    const rice = {
      id: 1,
      placeId: 1,
      placeName: 'Pantry',
      placeKind: 'pantry',
      foodId: 1,
      name: 'Rice',
    } as const;
    const content = { quantityMilli: 1000, unit: 'kg', level: null, bestBefore: null, revision: 1 };
    const facts = { printedOn: null, ownDate: null, boughtOn: today, openedOn: null, frozenOn: null };
    const more = { frozenFrom: null, thawedOn: null };
    const states = { ...facts, ...more, estimateId: null, lastOn: null, limitOn: null, spoils: null };
    const item = { ...rice, ...content, ...states, dateKind: 'best_before' } as const;
    expect(shown(item, today)).toMatchObject({ amount: '1 kg', when: undefined });
  });
});

test('A date as a field shows it is in words', () => {
  expect(['2026-12-03', '2027-09-30', '2100-01-01'].map(dayText)).toEqual([
    '3 Dec 2026',
    '30 Sept 2027',
    '1 Jan 2100',
  ]);
});
