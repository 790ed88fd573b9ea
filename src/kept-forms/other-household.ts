import type { Request, RequestHandler, Response } from 'express';
import type { Database } from '../database/database.js';
import type { Deps } from '../deps.js';
import { findItemNames } from '../history/whose-row.repository.js';
import { requireMember } from '../members/current-member.js';
import type { Member } from '../members/member.js';
import { listHouseholdsOf } from '../members/membership.repository.js';
import { FOR_HOUSEHOLD, typedValues, type Values } from '../web/form.js';
import { page } from '../web/page.js';
import { pageBefore } from '../web/return-to.js';
import { formPage, pageOf } from './form-page.js';
import { fits, hasTyped } from './kept-values.js';
import { itemsIn, typedInWords } from './typed-in-words.js';

/** Stands above a form that is shown again. */
export const NOT_SENT =
  'This was not taken when you sent it. Look through it, and send it again if it has not been done.';

/**
 * Lets a form act only on the household that it was drawn for: the current one may have changed in another tab.
 * Stands before every route of a member.
 */
export function onlyForItsHousehold({ db, keptForms }: Pick<Deps, 'db' | 'keptForms'>): RequestHandler {
  return async (req, res, next) => {
    const member = requireMember(req);
    const household = householdOf(req);
    if (!isForAnotherHousehold(member, household)) return next();
    const values = typedValues(req.body);
    await showOtherHousehold(db, req, res, { household, values, wayBack });

    /** With what was typed, if anything. */
    async function wayBack(): Promise<string> {
      const address = pageOf(req);
      if (!hasTyped(values) || !fits(values))
        return address === req.path ? formPage(pageBefore(req)) : address;
      const form = { owner: member.user.id, page: address, values, household, note: NOT_SENT };
      return `${address}?kept=${await keptForms.keep(form)}`;
    }
  };
}

/** The hidden field's household; undefined without the field. */
export function householdOf(req: Request): string | undefined {
  const drawnFor: unknown = req.body?.[FOR_HOUSEHOLD];
  return drawnFor === undefined ? undefined : String(drawnFor);
}

/** True for a form of another household than the current one. @param drawnFor what its field says */
export function isForAnotherHousehold({ household }: Member, drawnFor: string | undefined): boolean {
  return drawnFor !== undefined && drawnFor !== String(household.id);
}

interface OtherForm {
  household?: string | undefined;
  values: Values;
  wayBack(): string | Promise<string>;
}

/**
 * Shows what was typed for another household, and offers to go back there. Tells nothing of a household that the
 * writer is no member of.
 */
export async function showOtherHousehold(
  db: Database,
  req: Request,
  res: Response,
  { household, values, wayBack }: OtherForm,
): Promise<void> {
  const { user } = requireMember(req);
  const drawn = (await listHouseholdsOf(db, user.id)).find(({ id }) => String(id) === household);
  const title = drawn ? `That was for ${drawn.name}` : 'That was for another household';
  const back = drawn && (await wayBack());
  const typed = typedInWords(values, await findItemNames(db, user, itemsIn(values)));
  await page(req, res, 'kept-forms/other-household', { title, drawn, typed, back }, 409);
}
