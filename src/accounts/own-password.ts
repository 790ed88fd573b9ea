import type { Request } from 'express';
import type { Deps } from '../deps.js';
import { isPassword } from '../people/password.js';
import type { User } from '../people/person.js';
import { findPasswordHash } from '../people/user.repository.js';

export const NOT_YOURS = 'That is not your password. Try again.';

/** For so long a password that was given counts, in milliseconds; then what is delicate asks again. */
export const PASSWORD_HOLDS = 15 * 60 * 1000;

/** True when the password is the user's own. Tries are counted as at signing in. */
export async function isOwnPassword(
  { db, tries }: Deps,
  req: Request,
  user: User,
  password: string,
): Promise<boolean> {
  const address = req.ip ?? '';
  if (!(await tries.take(user.username, address))) return false;
  if (!(await isPassword(password, await findPasswordHash(db, user.id)))) return false;
  await tries.giveBack(user.username, address);
  return true;
}
