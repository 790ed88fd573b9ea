import { z } from 'zod';
import { quantityField } from '../../amounts/quantity.js';
import { amountFieldIfAny } from '../../entry-line/amounts/amount-field.js';
import { dayField, onceADay, pastDayField } from '../../entry-line/dates/day-field.js';
import { WASTE_REASONS } from '../../journal/waste-reasons.js';
import { unsaid } from '../../web/form.js';
import { onceField } from '../../web/idempotency-key.js';
import { idField, idFieldOrNone } from '../../web/ids.js';

const carried = { once: onceField, return_to: z.string().max(2000).optional() };

/**
 * One form with a button for each thing that may happen.
 */
export const happenedForm = onceADay((days) =>
  z.strictObject({
    ...carried,
    /** Empty: all of it. */
    amount: amountFieldIfAny,
    /** From a button of its own; wins over what was typed. */
    some: quantityField.optional(),
    reason: z.union([unsaid, z.enum(WASTE_REASONS)], { error: 'Choose one of the reasons.' }).optional(),
    place_to: idFieldOrNone('Choose a place.'),
    /** Empty: today. */
    on: pastDayField(days),
    /** From a button of its own, such as the one that freezes. */
    to: idField().optional(),
  }),
);

export const throwAwayForm = z.strictObject({
  ...carried,
  ids: z
    .string()
    .regex(/^\d{1,15}(,\d{1,15}){0,99}$/)
    .transform((ids) => [...new Set(ids.split(',').map(Number))]),
});

/** A better date for an estimate; empty for none. */
export const dateForm = onceADay((days) => z.strictObject({ ...carried, best_before: dayField(days) }));

export const levelForm = z.strictObject({ ...carried, level: z.enum(['have', 'low', 'out']) });
