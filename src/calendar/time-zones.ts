import { z } from 'zod';

const ZONES = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

/** The guess for a household whose browser says nothing. */
export const SERVER_TIME_ZONE = listed(new Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Choices for a select, by region. */
export const TIME_ZONE_CHOICES = [...new Set(ZONES.map(regionOf))].map((region) => ({
  label: region,
  options: ZONES.filter((zone) => regionOf(zone) === region).map((zone) => ({
    value: zone,
    label: zone.slice(zone.indexOf('/') + 1).replaceAll('_', ' '),
  })),
}));

/** The choices, and the chosen zone when they have it under another name. */
export function timeZoneChoices(chosen: string): typeof TIME_ZONE_CHOICES {
  if (ZONES.includes(chosen) || !isTimeZone(chosen)) return TIME_ZONE_CHOICES;
  const option = { value: chosen, label: chosen.replaceAll('_', ' ') };
  return [{ label: 'As it is now', options: [option] }, ...TIME_ZONE_CHOICES];
}

/** A time zone's IANA name; the server's when the field is empty. */
export const timeZoneField = z
  .string({ error: 'Choose a time zone.' })
  .trim()
  .default('')
  .transform((zone) => zone || SERVER_TIME_ZONE)
  .refine(isTimeZone, { error: 'Choose a time zone from the list.' });

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
