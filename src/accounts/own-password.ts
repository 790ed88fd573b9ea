import type { Request } from 'express';
import { z } from 'zod';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import { cancelSignInLink } from '../households/sign-in-link.repository.js';
import type { User } from '../members/member.js';
import { findPasswordHash, replacePasswordHash } from '../members/user.repository.js';
import { endBeforeNewPassword, passwordGiven, renewSignIn, sincePassword } from '../session/sign-in.js';
import type { Passwords } from './password.js';
import type { RateLimits } from './rate-limits.js';

const NOT_YOURS = 'That is not your password. Try again.';
export const TOO_MANY_TRIES = 'Too many tries for now. Wait a quarter of an hour, then try again.';

export const passwordAgain = z
  .string({ error: 'Enter your password once.' })
  .max(1000, { error: NOT_YOURS })
  .optional();

/** Milliseconds. After that, what is delicate asks for the password again. */
const PASSWORD_HOLDS = 15 * 60 * 1000;

interface Needs {
  db: Database;
  clock: Clock;
  rateLimits: RateLimits;
  passwords: Passwords;
}

/**
 * Why a password is refused, or undefined when it is the user's own. Tries are counted as at signing in.
 * @throws SessionGone when the session ended meanwhile
 */
export async function passwordRefusal(
  { db, clock, rateLimits, passwords }: Needs,
  req: Request,
  user: User,
  password: string,
): Promise<string | undefined> {
  const address = req.ip ?? '';
  if (!(await rateLimits.take(user.username, address))) return TOO_MANY_TRIES;
  if (!(await passwords.isRight(password, await findPasswordHash(db, user.id)))) return NOT_YOURS;
  await rateLimits.giveBack(user.username, address);
  await passwordGiven(req, clock);
  return undefined;
}

/**
 * Changes a user's own password, ends every other session, and gives this one a new id. Of two requests at once,
 * one changes it and the other ends no session.
 * @returns why it is refused, or undefined when `to` is the password now
 * @throws SessionGone when the session ended meanwhile
 */
export async function changeOwnPassword(
  needs: Needs,
  req: Request,
  user: User,
  { from, to }: { from: string; to: string },
): Promise<string | undefined> {
  const hash = (await findPasswordHash(needs.db, user.id)) ?? '';
  const refusal = await passwordRefusal(needs, req, user, from);
  if (refusal) return refusal === NOT_YOURS && (await isOwn(needs, user, to)) ? undefined : refusal;
  if (!(await replacePasswordHash(needs.db, user.id, hash, await needs.passwords.hash(to)))) {
    // Another request was first; a second tap gave the same password.
    return passwordRefusal(needs, req, user, to);
  }
  await endBeforeNewPassword(req, user.id);
  await cancelSignInLink(needs.db, user.id);
  await renewSignIn(req, needs.clock);
  return undefined;
}

/** True when a password is the user's by now: the second of two taps finds it changed. */
async function isOwn({ db, passwords }: Needs, user: User, password: string): Promise<boolean> {
  return passwords.isRight(password, await findPasswordHash(db, user.id));
}

export function asksPassword(req: Request, clock: Clock): boolean {
  return sincePassword(req, clock) > PASSWORD_HOLDS;
}

/**
 * Asks for the password, unless it was given a short time ago.
 * @param typed the password field, which the form has only when asksPassword said so
 * @returns why it is refused, or undefined
 */
export async function delicateRefusal(
  needs: Needs,
  req: Request,
  user: User,
  typed: string | undefined,
): Promise<string | undefined> {
  if (!asksPassword(req, needs.clock)) return undefined;
  if (typed === undefined) return 'Give your password once more: it was given more than 15 minutes ago.';
  return passwordRefusal(needs, req, user, typed);
}
