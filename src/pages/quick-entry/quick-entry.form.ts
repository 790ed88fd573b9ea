import { z } from 'zod';
import { USUAL_PLACES } from '../../places/first-places.repository.js';
import { tidy } from '../../text.js';
import { onceField } from '../../web/idempotency-key.js';
import { idFieldOrNone } from '../../web/ids.js';

const LINE_AT_MOST = 300;

/** Of these a household without a place chooses its first. */
export const FIRST_PLACES = USUAL_PLACES.slice(0, 3);

/** A line, as every page has it; the place of the page that it stands on, and that page, to go back to. */
export const quickEntryForm = z.strictObject({
  line: z
    .string({ error: 'Type one line.' })
    .default('')
    .transform(tidy)
    .refine((line) => line !== '', { error: 'Type what to add, such as “2 l milk”.' })
    .refine((line) => line.length <= LINE_AT_MOST, {
      error: `Shorten the line to ${LINE_AT_MOST} characters at most.`,
    }),
  place_id: idFieldOrNone('Choose a place.'),
  new_place: z
    .enum(
      FIRST_PLACES.map(({ name }) => name),
      { error: 'Choose where you keep it.' },
    )
    .optional(),
  return_to: z.string().max(2000).optional(),
  once: onceField,
});

export type QuickEntry = z.output<typeof quickEntryForm>;
