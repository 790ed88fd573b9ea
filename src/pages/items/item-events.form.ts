import { z } from 'zod';
import { quantityField } from '../../amounts/quantity.js';
import { dayField, pastDayField } from '../../entry-line/dates/day-field.js';
import type { DaysContext } from '../../entry-line/words/entry.js';
import { unsaid } from '../../web/form.js';
import { onceField } from '../../web/idempotency-key.js';
import { idField, idFieldOrNone } from '../../web/ids.js';

/** Why food is thrown away, as the form offers it. */
export const REASONS = [
  'past its date',
  'gone off',
  'too much of it',
  'nobody liked it',
  'something else',
] as const;

const carried = { once: onceField, return_to: z.string().max(2000).optional() };

/**
 * One form with a button for each thing that may have happened; each takes what it needs of it.
 * @param days by which the day is read on which it happened
 */
export const happenedForm = (days: DaysContext) =>
  z.strictObject({
    ...carried,
    /** How much; nothing is all of it. */
    amount: z.preprocess((typed) => (typed === '' ? undefined : typed), quantityField.optional()),
    /** As much as a button of its own says, whatever was typed. */
    some: quantityField.optional(),
    reason: z.union([unsaid, z.enum(REASONS)], { error: 'Choose one of the reasons.' }).optional(),
    place_to: idFieldOrNone('Choose a place.'),
    /** The day on which it happened; nothing is today. */
    on: pastDayField(days),
    /** What a button of its own says, such as the one that freezes. */
    to: idField().optional(),
  });

/** What is thrown away together: the ids of items, as the page lists them. */
export const throwAwayForm = z.strictObject({
  ...carried,
  ids: z
    .string()
    .regex(/^\d{1,15}(,\d{1,15}){0,99}$/)
    .transform((ids) => [...new Set(ids.split(',').map(Number))]),
});

/** A better date than the one that was estimated; empty for none. */
export const dateForm = (days: DaysContext) => z.strictObject({ ...carried, best_before: dayField(days) });

export const levelForm = z.strictObject({ ...carried, level: z.enum(['have', 'low', 'out']) });
