import { z } from 'zod';
import { isCommonPassword, LEAST_LENGTH } from '../../accounts/password.js';
import { nameKey, requiredText } from '../../text.js';

export const usernameField = requiredText('a username', 60).refine((name) => !/\s/u.test(name), {
  error: 'Leave the spaces out of the username.',
});

const lengthOf = (password: string) => [...password].length;

export const newPasswordField = z
  .string({ error: 'Enter a password.' })
  .refine((password) => lengthOf(password) >= LEAST_LENGTH, {
    error: `Use ${LEAST_LENGTH} characters at least.`,
  })
  .refine((password) => lengthOf(password) <= 200, { error: 'Use 200 characters at most.' })
  .refine((password) => !isCommonPassword(password), {
    error: 'Too many people use that password. Choose another.',
  });

export const currentPasswordField = z
  .string({ error: 'Enter your password.' })
  .min(1, { error: 'Enter your password.' })
  .max(1000, { error: 'That is not your password.' });

/** True for a password that is the username, in any case. */
export function isSame(username: string, password: string): boolean {
  return nameKey(username) === nameKey(password);
}
