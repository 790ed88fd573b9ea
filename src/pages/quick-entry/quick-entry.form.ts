import { z } from 'zod';
import { USUAL_PLACES } from '../../places/first-places.repository.js';
import { tidy } from '../../text.js';
import { onceField } from '../../web/idempotency-key.js';
import { idFieldOrNone } from '../../web/ids.js';

const LINE_AT_MOST = 300;

/** For a household without a place. */
export const FIRST_PLACES = USUAL_PLACES.slice(0, 3);

/** The line of every page, with that page's address and place. */
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
