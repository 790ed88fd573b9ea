import type { Request } from 'express';
import type { Deps } from '../deps.js';
import { passwordRefusal } from '../people/own-password.js';
import { hashPassword } from '../people/password.js';
import type { User } from '../people/person.js';
import { findPasswordHash, replacePasswordHash } from '../people/user.repository.js';
import { renewSignIn, signOutElsewhere } from '../session/sign-in.js';

/**
 * Changes a user's own password, ends every other session, and gives this one a new id. Of two requests at once one
 * changes it; the other ends no session, which by now may be this browser's new one.
 * @returns why it is refused, or undefined when `to` is the password now
 * @throws SessionGone when the session ended meanwhile, as by the other of two taps
 */
export async function changePassword(
  deps: Deps,
  req: Request,
  user: User,
  { from, to }: { from: string; to: string },
): Promise<string | undefined> {
  const hash = (await findPasswordHash(deps.db, user.id)) ?? '';
  const refusal = await passwordRefusal(deps, req, user, from);
  if (refusal) return refusal;
  if (!(await replacePasswordHash(deps.db, user.id, hash, await hashPassword(to)))) {
    // Somebody was first: with the same password, when this is the second tap.
    return passwordRefusal(deps, req, user, to);
  }
  signOutElsewhere(req, user.id);
  await renewSignIn(req, deps.clock);
  return undefined;
}
