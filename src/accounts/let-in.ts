import type { Request } from 'express';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import { inAccount } from '../database/locks.js';
import { findSignInLink, useSignInLink } from '../households/sign-in-link.repository.js';
import { setPasswordHash } from '../members/user.repository.js';
import { signIn, signOutEverywhere } from '../session/sign-in.js';
import { givePassword } from './give-password.js';
import type { Passwords } from './password.js';
import type { RateLimits } from './rate-limits.js';

interface Needs {
  db: Database;
  clock: Clock;
  rateLimits: RateLimits;
  passwords: Passwords;
}

/**
 * Lets a user in by a link: gives them a new password, ends every session of theirs, and signs them in here.
 * @returns the user's id; 'gone' when the link is not good
 */
export async function letIn(
  needs: Needs,
  req: Request,
  { token, password }: { token: string; password: string },
): Promise<number | 'gone'> {
  const { db, clock, passwords, rateLimits } = needs;
  const link = await findSignInLink(db, token, clock.now());
  if (!link) return 'gone';
  if (!link.isGood) return secondTap(needs, req, link.username, password);
  const hash = await passwords.hash(password);
  const userId = await inAccount(db, link.userId, async (trx) => {
    const letIn = await useSignInLink(trx, token, clock.now());
    if (letIn !== undefined) await setPasswordHash(trx, letIn, hash);
    return letIn;
  });
  if (userId === undefined) return secondTap(needs, req, link.username, password);
  req.log.info({ userId, address: req.ip }, 'A sign-in link was used');
  await signOutEverywhere(req, userId);
  await signIn(req, userId, clock);
  await rateLimits.giveBack(link.username, req.ip ?? '');
  return userId;
}

/** Of two taps the second finds the link used, and the password that the first one has set. */
async function secondTap(
  needs: Needs,
  req: Request,
  username: string,
  password: string,
): Promise<number | 'gone'> {
  const known = await givePassword(needs, req, { username, password });
  return typeof known === 'number' ? known : 'gone';
}
