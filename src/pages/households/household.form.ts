import { z } from 'zod';
import { passwordAgain } from '../../accounts/own-password.js';
import { householdFields } from '../../members/household.form.js';
import { ID, idField } from '../../web/ids.js';

export const householdForm = z.strictObject({
  ...householdFields,
  date_order: z.enum(['day-month', 'month-day'], { error: 'Choose how you write a date.' }),
  /** What the form was drawn with, as JSON. */
  was: z.string().max(1000).optional(),
});

export const currentHouseholdForm = z.strictObject({
  household_id: idField('Choose a household.'),
  return_to: z.string().optional(),
});

/** One form for all members; its button says what to do, and to whom. */
export const membersForm = z.strictObject({
  act: z.string().regex(new RegExp(`^(remove|owner|member)_${ID}$|^leave$`), { error: 'Choose what to do.' }),
  password: passwordAgain,
});
