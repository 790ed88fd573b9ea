import { z } from 'zod';
import { unsaid } from '../../web/form.js';
import { onceField } from '../../web/idempotency-key.js';
import { ID, idField } from '../../web/ids.js';

export const startForm = z.strictObject({ place_id: idField().optional(), once: onceField });

export const placeStepForm = z.strictObject({ place_id: idField('Choose a place.') });
export type PlaceForm = z.output<typeof placeStepForm>;

/** What is ticked, and what was listed when the page was drawn. */
export const shelfStepForm = z.strictObject({
  there: z
    .union([idField(), z.array(idField())], { error: 'Tick what is there again.' })
    .optional()
    .transform((ticked) => [...new Set([ticked ?? []].flat())]),
  listed: z
    .string()
    .regex(/^(\d{1,15}(,\d{1,15})*)?$/)
    .transform((ids) => ids.split(',').filter(Boolean).map(Number)),
  also: z.string({ error: 'Type it again.' }).default(''),
});
export type ShelfForm = z.output<typeof shelfStepForm>;

const IN_PLACE = new RegExp(`^place_${ID}$`);

const became = z.union(
  [
    z.enum(['eaten', 'thrown_away', 'there']),
    z.templateLiteral(['place_', z.number()]).refine((to) => IN_PLACE.test(to)),
  ],
  { error: 'Choose what became of it.' },
);
/** Of an unticked item: eaten, thrown away, overlooked, or elsewhere. */
export type Became = z.output<typeof became>;

const becameOrUnsaid = z.union([unsaid, became], { error: 'Choose what became of it.' }).optional();

/** A choice for each unticked item, named after its id, and one for the rest. */
export function missingStepForm(itemIds: number[]) {
  return z.strictObject({
    all: becameOrUnsaid,
    ...Object.fromEntries(itemIds.map((id) => [`item_${id}`, becameOrUnsaid])),
  });
}
export type MissingForm = Record<string, Became>;

/** The place that an item is in instead. */
export function placeIn(said: Became): number | undefined {
  return said.startsWith('place_') ? Number(said.slice('place_'.length)) : undefined;
}
