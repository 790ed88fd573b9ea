import { describe, expect, test } from 'vitest';
import {
  cityOf,
  SERVER_TIME_ZONE,
  TIME_ZONE_CHOICES,
  timeZoneChoices,
  timeZoneField,
} from '../../src/calendar/time-zones.js';

const zones = TIME_ZONE_CHOICES.flatMap(({ options }) => options.map(({ value }) => value));

describe('The time zones to choose from', () => {
  test('have UTC and the server’s own among them, and none twice', () => {
    expect(zones).toContain('UTC');
    expect(zones).toContain(SERVER_TIME_ZONE);
    expect(zones).toContain('Europe/Dublin');
    expect(new Set(zones).size).toBe(zones.length);
  });

  test('are all accepted', () => {
    for (const zone of zones) expect(timeZoneField.parse(zone)).toBe(zone);
  });

  test('stand under their region with a name that people read', () => {
    const america = TIME_ZONE_CHOICES.find(({ label }) => label === 'America');
    expect(america?.options).toContainEqual({ value: 'America/New_York', label: 'New York' });
  });

  test.each(['Kolkata', 'Kyiv', 'Ho Chi Minh City', 'Kathmandu', 'Yangon', 'Nuuk'])(
    'have %s by its name of today, in its place among the others',
    (city) => {
      const region = TIME_ZONE_CHOICES.find(({ options }) => options.some(({ label }) => label === city));
      const labels = region?.options.map(({ label }) => label) ?? [];
      expect(labels.filter((label) => label === city)).toEqual([city]);
      expect(labels).toEqual([...labels].sort());
    },
  );

  test.each([
    ['Asia/Kolkata', 'Asia/Calcutta', 'Kolkata'],
    ['Europe/Kyiv', 'Europe/Kiev', 'Kyiv'],
    ['Asia/Ho_Chi_Minh', 'Asia/Saigon', 'Ho Chi Minh City'],
  ])('have a stored %s or %s under that very name, once', (today, before, city) => {
    for (const zone of [today, before]) {
      const options = timeZoneChoices(zone).flatMap((region) => region.options);
      expect(options.filter(({ label }) => label === city)).toEqual([{ value: zone, label: city }]);
      expect(timeZoneField.parse(zone)).toBe(zone);
      expect(cityOf(zone)).toBe(city);
    }
  });

  test('have one that no list has, as it is now', () => {
    expect(timeZoneChoices('Etc/GMT+5')[0]).toEqual({
      label: 'As it is now',
      options: [{ value: 'Etc/GMT+5', label: 'GMT+5' }],
    });
  });
});

describe('A typed time zone', () => {
  test.each(['', '  ', undefined])('that is left empty (%j) is the server’s', (typed) => {
    expect(timeZoneField.parse(typed)).toBe(SERVER_TIME_ZONE);
  });

  test.each(['Mars/Olympus', 'Europe', 'utc+25', '../../etc/passwd', 'Europe/Dublin\u0000'])(
    '%j is refused',
    (typed) => {
      expect(timeZoneField.safeParse(typed).error?.issues[0]?.message).toBe(
        'Choose a time zone from the list.',
      );
    },
  );

  test('sent twice is refused', () => {
    expect(timeZoneField.safeParse(['UTC', 'UTC']).success).toBe(false);
  });
});
