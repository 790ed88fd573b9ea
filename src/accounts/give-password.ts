import type { Request } from 'express';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import { findCredentials, findPasswordHash } from '../members/user.repository.js';
import { signIn, signOut } from '../session/sign-in.js';
import type { Passwords } from './password.js';
import type { RateLimits } from './rate-limits.js';

/**
 * Checks a username and a password, and signs the user in.
 * @returns the user's id; 'wrong' when the two don't belong together; 'too many' when no try is left for now
 */
export async function givePassword(
  {
    db,
    clock,
    rateLimits,
    passwords,
  }: { db: Database; clock: Clock; rateLimits: RateLimits; passwords: Passwords },
  req: Request,
  { username, password }: { username: string; password: string },
): Promise<number | 'wrong' | 'too many'> {
  const address = req.ip ?? '';
  if (!(await rateLimits.take(username, address))) {
    req.log.info({ address }, 'A sign-in was refused: too many tries');
    return 'too many';
  }
  const known = await findCredentials(db, username);
  if (!(await passwords.isRight(password, known?.passwordHash)) || !known) {
    req.log.info({ userId: known?.id, address }, 'A sign-in failed');
    return 'wrong';
  }
  await signIn(req, known.id, clock);
  // A change of the password ends the sessions of before: this one may have begun after it.
  if ((await findPasswordHash(db, known.id)) !== known.passwordHash) {
    await signOut(req);
    return 'wrong';
  }
  await rateLimits.giveBack(username, address);
  return known.id;
}
