import { describe, expect, test } from 'vitest';
import { usualDateOrder } from '../../src/calendar/date-order.js';
import { TIME_ZONE_CHOICES } from '../../src/calendar/time-zones.js';

/** What a locale does with a date that has no year. */
function orderIn(locale: string) {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts();
  const types = parts.map(({ type }) => type);
  return types.indexOf('month') < types.indexOf('day') ? 'month-day' : 'day-month';
}

describe('The usual order of day and month', () => {
  test.each([
    ['America/New_York', 'en-US'],
    ['America/Indiana/Knox', 'en-US'],
    ['US/Eastern', 'en-US'],
    ['America/Puerto_Rico', 'es-PR'],
    ['America/Panama', 'es-PA'],
    ['America/Toronto', 'en-CA'],
    ['Asia/Tokyo', 'ja-JP'],
    ['Asia/Shanghai', 'zh-CN'],
    ['Asia/Seoul', 'ko-KR'],
    ['Asia/Manila', 'fil-PH'],
    ['Europe/Budapest', 'hu-HU'],
    ['Europe/Vilnius', 'lt-LT'],
    ['Pacific/Honolulu', 'en-US'],
    ['Europe/Dublin', 'en-IE'],
    ['Europe/London', 'en-GB'],
    ['Europe/Vienna', 'de-AT'],
    ['America/Mexico_City', 'es-MX'],
    ['America/Sao_Paulo', 'pt-BR'],
    ['Asia/Kolkata', 'en-IN'],
    ['Asia/Calcutta', 'hi-IN'],
    ['Asia/Hong_Kong', 'zh-HK'],
    ['Australia/Sydney', 'en-AU'],
    ['Africa/Lagos', 'en-NG'],
    ['Pacific/Auckland', 'en-NZ'],
  ])('in %s is that of %s', (zone, locale) => {
    expect(usualDateOrder(zone)).toBe(orderIn(locale));
  });

  test('where nobody knows the country is the day first', () => {
    for (const zone of ['UTC', 'Etc/GMT+5']) expect(usualDateOrder(zone)).toBe('day-month');
  });

  test('is known for every time zone that can be chosen', () => {
    for (const { options } of TIME_ZONE_CHOICES)
      for (const { value } of options) expect(usualDateOrder(value)).toMatch(/^(day-month|month-day)$/);
  });
});
