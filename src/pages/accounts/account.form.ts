import { z } from 'zod';
import { optionalText } from '../../text.js';
import { idField } from '../../web/ids.js';
import { currentPasswordField, isSame, newPasswordField, usernameField } from './account-fields.js';

export const profileForm = z.strictObject({
  username: usernameField,
  first_name: optionalText('a first name', 60),
  last_name: optionalText('a last name', 60),
});

/** @param username that the password may not be */
export const passwordForm = (username: string) =>
  z.strictObject({
    current_password: currentPasswordField,
    password: newPasswordField.refine((password) => !isSame(username, password), {
      error: 'Use a password that is not your username.',
    }),
  });

export const deleteAccountForm = z.strictObject({ password: currentPasswordField });

/** The newest notice that its page showed. */
export const noticesForm = z.strictObject({ seen: idField(), return_to: z.string().optional() });
