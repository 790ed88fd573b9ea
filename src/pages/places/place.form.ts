import { z } from 'zod';
import { PLACE_KINDS } from '../../stock/stock.js';
import { requiredText } from '../../text.js';
import { onceField } from '../../web/idempotency-key.js';

export const placeFields = {
  name: requiredText('a name', 60),
  kind: z.enum(PLACE_KINDS, { error: 'Choose what kind of place it is.' }),
};

export const placeForm = z.strictObject({ ...placeFields, once: onceField });

/** `was`: what the form was drawn with, as JSON. */
export const editPlaceForm = z.strictObject({ ...placeFields, was: z.string().max(1000).optional() });
