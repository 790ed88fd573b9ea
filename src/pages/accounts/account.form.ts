import { z } from 'zod';
import { isCommonPassword } from '../../accounts/password.js';
import { timeZoneField } from '../../calendar/time-zones.js';
import { nameKey, optionalText, requiredText } from '../../text.js';

const usernameField = requiredText('a username', 60).refine((name) => !/\s/u.test(name), {
  error: 'Leave the spaces out of the username.',
});

const lengthOf = (password: string) => [...password].length;

const newPasswordField = z
  .string({ error: 'Enter a password.' })
  .refine((password) => lengthOf(password) >= 8, { error: 'Use 8 characters at least.' })
  .refine((password) => lengthOf(password) <= 200, { error: 'Use 200 characters at most.' })
  .refine((password) => !isCommonPassword(password), {
    error: 'That password is among the most used ones, and the first to be guessed. Choose another.',
  });

const currentPasswordField = z
  .string({ error: 'Enter your password.' })
  .min(1, { error: 'Enter your password.' })
  .max(1000, { error: 'That is not your password.' });

const notTheUsername = {
  path: ['password'],
  error: 'Use a password that is not your username.',
  when: ({ value }: { value: unknown }) => hasText(value, 'username') && hasText(value, 'password'),
};

export const signUpForm = z
  .strictObject({
    username: usernameField,
    password: newPasswordField,
    first_name: optionalText('a first name', 60),
    last_name: optionalText('a last name', 60),
    household_name: optionalText('a household name', 80),
    time_zone: timeZoneField,
    return_to: z.string().optional(),
  })
  .refine((form) => !isSame(form.username, form.password), notTheUsername);

export type SignUpForm = z.output<typeof signUpForm>;

export const logInForm = z.strictObject({
  username: z.string({ error: 'Enter your username.' }).trim().min(1, { error: 'Enter your username.' }),
  password: currentPasswordField,
  return_to: z.string().optional(),
});

export const profileForm = z.strictObject({
  username: usernameField,
  first_name: optionalText('a first name', 60),
  last_name: optionalText('a last name', 60),
});

/** @param username whose password it will be: a password may not be the same */
export const passwordForm = (username: string) =>
  z.strictObject({
    current_password: currentPasswordField,
    password: newPasswordField.refine((password) => !isSame(username, password), {
      error: 'Use a password that is not your username.',
    }),
  });

export const deleteAccountForm = z.strictObject({ password: currentPasswordField });

function isSame(username: string, password: string): boolean {
  return nameKey(username) === nameKey(password);
}

function hasText(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, name) === 'string';
}
