import { z } from 'zod';
import { timeZoneField } from '../../calendar/time-zones.js';
import { optionalText } from '../../text.js';
import { isSame, newPasswordField, usernameField } from './account-fields.js';

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

function hasText(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, name) === 'string';
}
