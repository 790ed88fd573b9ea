import type { Request, RequestHandler, Response } from 'express';
import { requireMember } from '../members/current-member.js';
import { FOR_USER, typedValues } from '../web/form.js';
import { page } from '../web/page.js';
import { typedInWords } from './typed-in-words.js';

/**
 * Lets a form act only for the user whom it was drawn for: another may have signed in in another tab. Stands before
 * every route of a member.
 */
export const onlyForItsUser: RequestHandler = async (req, res, next) => {
  if (!isForAnotherUser(req, requireMember(req).user.id)) return next();
  await showOtherUser(req, res);
};

export function isForAnotherUser(req: Request, userId: number): boolean {
  const drawnFor: unknown = req.body?.[FOR_USER];
  return drawnFor !== undefined && drawnFor !== String(userId);
}

/** Shows what was typed, which is kept for nobody: a form that says whose it is may be forged. */
export async function showOtherUser(req: Request, res: Response): Promise<void> {
  const typed = typedInWords(typedValues(req.body));
  await page(req, res, 'kept-forms/other-user', { title: 'That page was somebody else’s', typed }, 409);
}
