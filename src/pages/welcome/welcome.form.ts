import { z } from 'zod';
import { householdFields } from '../../members/household.form.js';
import { USUAL_PLACES } from '../../places/first-places.repository.js';

const placeName = z.enum(USUAL_PLACES.map(({ name }) => name));

export const welcomeForm = z.strictObject({
  name: householdFields.name,
  /** The name that the page was drawn with. */
  was: z.string().max(200).default(''),
  place: z
    .union([placeName, z.array(placeName)], { error: 'Choose from the list.' })
    .optional()
    .transform((chosen) => [chosen ?? []].flat())
    .refine((chosen) => chosen.length > 0, { error: 'Choose one place at least.' }),
});
