import { describe, expect, test } from 'vitest';
import { SERVER_TIME_ZONE, TIME_ZONE_CHOICES, timeZoneField } from '../../src/calendar/time-zones.js';

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
