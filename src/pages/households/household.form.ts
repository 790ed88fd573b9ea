import { z } from 'zod';
import { passwordAgain } from '../../accounts/own-password.js';
import { householdFields } from '../../members/household.form.js';
import { ID, idField } from '../../web/ids.js';

export const householdForm = z.strictObject({
  ...householdFields,
  date_order: z.enum(['day-month', 'month-day'], { error: 'Choose how you write a date.' }),
});

export const currentHouseholdForm = z.strictObject({
  household_id: idField('Choose a household.'),
  return_to: z.string().optional(),
});

/** One form stands around all members: the button that was pressed says what, and to whom. */
export const membersForm = z.strictObject({
  act: z.string().regex(new RegExp(`^(remove|owner|member)_${ID}$|^leave$`), { error: 'Choose what to do.' }),
  password: passwordAgain,
});

export const INVITATION_DAYS = ['1', '7', '30'] as const;

export const invitationForm = z.strictObject({
  uses: z
    .string({ error: 'Enter how many people.' })
    .regex(/^([1-9]|1\d|20)$/, { error: 'Enter a number of people from 1 to 20.' })
    .transform(Number),
  days: z.enum(INVITATION_DAYS, { error: 'Choose how long the link is good.' }).transform(Number),
  password: passwordAgain,
});

/** One form stands around all links that are still good: the button that was pressed says which. */
export const revokeForm = z.strictObject({
  invitation: idField('Choose a link.'),
  revoke_password: passwordAgain,
});
