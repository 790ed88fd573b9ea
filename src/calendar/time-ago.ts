const MINUTE = 60_000;
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/**
 * A moment in the past as people say it, with the date beside it once it is days ago: "5 minutes ago".
 * @param at milliseconds since 1970
 * @param timeZone an IANA name
 */
export function momentInWords(at: number, now: Date, timeZone: string): string {
  const minutes = Math.max(0, Math.round((now.getTime() - at) / MINUTE));
  if (minutes < 2) return 'just now';
  if (minutes < 60) return relative.format(-minutes, 'minute');
  if (minutes < 24 * 60) return relative.format(-Math.round(minutes / 60), 'hour');
  const date = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
  });
  return `${relative.format(-Math.round(minutes / 60 / 24), 'day')} (${date.format(new Date(at))})`;
}
