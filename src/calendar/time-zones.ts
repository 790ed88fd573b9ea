import { z } from 'zod';

/** Cities that have another name today than in the zone's. Source: the IANA time zone database's file `backward`. */
const NAMES_OF_TODAY: Record<string, string> = {
  'Africa/Asmera': 'Asmara',
  'America/Coral_Harbour': 'Atikokan',
  'America/Godthab': 'Nuuk',
  'Asia/Calcutta': 'Kolkata',
  'Asia/Katmandu': 'Kathmandu',
  'Asia/Rangoon': 'Yangon',
  'Asia/Saigon': 'Ho Chi Minh City',
  'Asia/Ho_Chi_Minh': 'Ho Chi Minh City',
  'Atlantic/Faeroe': 'Faroe',
  'Europe/Kiev': 'Kyiv',
  'Pacific/Enderbury': 'Kanton',
  'Pacific/Ponape': 'Pohnpei',
  'Pacific/Truk': 'Chuuk',
};

const ZONES = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

/** The guess for a household whose browser says nothing. */
export const SERVER_TIME_ZONE = listed(new Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Choices for a select, by region and by the names of today. */
export const TIME_ZONE_CHOICES = [...new Set(ZONES.map(regionOf))].map((region) => ({
  label: region,
  options: ZONES.filter((zone) => regionOf(zone) === region)
    .map((zone) => ({ value: zone, label: cityOf(zone) }))
    .sort((one, other) => (one.label < other.label ? -1 : 1)),
}));

/** The choices; the chosen zone under the name by which it was chosen, which may be another than the list's. */
export function timeZoneChoices(chosen: string): typeof TIME_ZONE_CHOICES {
  if (ZONES.includes(chosen) || !isTimeZone(chosen)) return TIME_ZONE_CHOICES;
  const listedAs = canonical(chosen);
  if (!ZONES.includes(listedAs))
    return [
      { label: 'As it is now', options: [{ value: chosen, label: cityOf(chosen) }] },
      ...TIME_ZONE_CHOICES,
    ];
  return TIME_ZONE_CHOICES.map(({ label, options }) => ({
    label,
    options: options.map((option) => (option.value === listedAs ? { ...option, value: chosen } : option)),
  }));
}

/** A zone's city, as it is called today: “Kyiv”. @param zone an IANA name */
export function cityOf(zone: string): string {
  return NAMES_OF_TODAY[zone] ?? zone.slice(zone.indexOf('/') + 1).replaceAll('_', ' ');
}

/** A time zone's IANA name; the server's when the field is empty. */
export const timeZoneField = z
  .string({ error: 'Choose a time zone.' })
  .trim()
  .default('')
  .transform((zone) => zone || SERVER_TIME_ZONE)
  .refine(isTimeZone, { error: 'Choose a time zone from the list.' });

/** The name by which this machine lists a zone. */
function canonical(zone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function regionOf(zone: string): string {
  return zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : 'World';
}

function listed(zone: string): string {
  return ZONES.includes(zone) ? zone : 'UTC';
}
