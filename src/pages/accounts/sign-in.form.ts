import { z } from 'zod';
import { currentPasswordField } from './account-fields.js';

export const logInForm = z.strictObject({
  username: z.string({ error: 'Enter your username.' }).trim().min(1, { error: 'Enter your username.' }),
  password: currentPasswordField,
  return_to: z.string().optional(),
  /** What was typed where the browser had no cookie left. */
  kept_form: z.string().optional(),
});
