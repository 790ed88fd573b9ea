import type { Request } from 'express';
import type { Deps } from '../deps.js';
import { bringBackDraft } from '../parking/parking.js';
import { isPassword } from '../people/password.js';
import { findCredentials, findPasswordHash } from '../people/user.repository.js';
import { signIn, signOut } from '../session/sign-in.js';

/**
 * Signs a user in who gives username and password.
 * @param returnTo where they go then: what waits for them there comes back
 * @returns 'wrong' when the two don't belong together, 'too many' when no try is left for now
 */
export async function givePassword(
  { db, clock, tries, parked }: Deps,
  req: Request,
  { username, password }: { username: string; password: string },
  returnTo = '/',
): Promise<'signed in' | 'wrong' | 'too many'> {
  const address = req.ip ?? '';
  if (!(await tries.take(username, address))) return 'too many';
  const known = await findCredentials(db, username);
  if (!(await isPassword(password, known?.passwordHash)) || !known) return 'wrong';
  await signIn(req, known.id, clock);
  // A change of the password ends every session that there is. It may have come while this one was being checked.
  if ((await findPasswordHash(db, known.id)) !== known.passwordHash) {
    await signOut(req);
    return 'wrong';
  }
  await tries.giveBack(username, address);
  await bringBackDraft(parked, req, known.id, returnTo);
  return 'signed in';
}
