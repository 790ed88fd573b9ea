import type { Request } from 'express';
import type { Deps } from '../deps.js';
import { isPassword } from '../people/password.js';
import type { User } from '../people/person.js';
import { findPasswordHash } from '../people/user.repository.js';

const NOT_YOURS = 'That is not your password. Try again.';
export const TOO_MANY_TRIES = 'Too many tries for now. Wait a quarter of an hour, then try again.';

/** For so long a password that was given counts, in milliseconds; then what is delicate asks again. */
export const PASSWORD_HOLDS = 15 * 60 * 1000;

/** Why a password is refused, or undefined when it is the user's own. Tries are counted as at signing in. */
export async function passwordRefusal(
  { db, tries }: Deps,
  req: Request,
  user: User,
  password: string,
): Promise<string | undefined> {
  const address = req.ip ?? '';
  if (!(await tries.take(user.username, address))) return TOO_MANY_TRIES;
  if (!(await isPassword(password, await findPasswordHash(db, user.id)))) return NOT_YOURS;
  await tries.giveBack(user.username, address);
  return undefined;
}
