import { z } from 'zod';
import { itemFields } from '../../items/item.form.js';
import { optionalText, requiredText } from '../../text.js';
import { onceField } from '../../web/idempotency-key.js';

const carried = {
  once: onceField,
  revision: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .optional(),
};

export const renameForm = z.strictObject({ ...carried, name: itemFields.name });

export const mergeForm = z.strictObject({ ...carried, into: requiredText('the name of the other food', 80) });

/** Names with these words, and how many of them to skip. */
export const listForm = z.object({
  q: optionalText('the name', 80),
  after: z
    .string()
    .regex(/^\d{1,6}$/)
    .catch('0')
    .transform(Number),
});
