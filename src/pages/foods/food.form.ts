import { z } from 'zod';
import { itemFields } from '../../items/item.form.js';
import { optionalText, requiredText } from '../../text.js';
import { onceField } from '../../web/idempotency-key.js';

const carried = {
  once: onceField,
  /** What the food was changed by last when the form was drawn. */
  revision: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .optional(),
};

export const renameForm = z.strictObject({ ...carried, name: itemFields.name });

/** The other food by its name, or by its id. */
export const mergeForm = z.strictObject({ ...carried, into: requiredText('the name of the other food', 80) });

/** What the list of foods is asked for: names with these words, after so many of them. */
export const listForm = z.object({
  q: optionalText('the name', 80),
  after: z
    .string()
    .regex(/^\d{1,6}$/)
    .catch('0')
    .transform(Number),
});
