import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Deps } from '../deps.js';
import { isDraft } from '../drafts/drafts-in-session.js';
import { rescueUncommitted } from '../drafts/open-draft.js';
import { unsealDraft } from '../drafts/sealed-draft.js';
import { memberOf } from '../people/current-member.js';
import { SessionGone } from '../session/change-session.js';
import type { ParkedForm, ParkedForms } from '../session/parked-forms.js';
import { formerUser } from '../session/session-id.js';
import { SignInRequired } from '../web/errors.js';
import { goTo, type TypedBefore } from '../web/page.js';
import { signInAddress } from '../web/return-to.js';
import { formPage } from './form-page.js';
import { householdOf, isForAnother, showOtherHousehold } from './other-household.js';
import { fits, hasTyped, parkedValues } from './parked-values.js';

const SIGNED_OUT =
  'You were signed out before this was sent, and nothing has changed yet. Look through it, and send it again.';

/**
 * Keeps what was typed when a form finds its session ended, and shows the form again, filled, once the same user has
 * signed in. Stands before the error pages. The cookie stays as it is: another tab may have signed in meanwhile.
 * @param secrets that sign what the forms of drafts carry
 */
export function parkForms(parked: ParkedForms, secrets: string[]): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (!(error instanceof SignInRequired || error instanceof SessionGone)) return next(error);
    const form = formIn(req, secrets);
    if (!form) return next(error);
    res.locals.parkedNow = true;
    goTo(res, signInAddress(`${form.page}?parked=${parked.park(form)}`));
  };
}

/**
 * Hands what was parked to the page that is asked for with its key, and puts a draft that its ended session took along
 * into this one; forgets it once it was sent after all.
 */
export function bringBackParked(deps: Deps): RequestHandler {
  const { db, parked } = deps;
  return async (req, res, next) => {
    const member = memberOf(req);
    if (!member) return next();
    const { id: owner } = member.user;
    if (req.method === 'POST') {
      forgetOnceSent(parked, req, res, owner);
      return next();
    }
    const form = req.query.parked === undefined ? undefined : parked.find(req.query.parked, owner);
    if (form?.page !== req.path) return next();
    // The household may have been left for another while the form waited.
    if (isForAnother(member, form.household)) {
      return showOtherHousehold(db, req, res, { ...form, wayBack: () => req.originalUrl });
    }
    if (isDraft(form.draft)) await rescueUncommitted(deps, req, owner, form.draft);
    const before: TypedBefore = { values: form.values, note: form.note ?? SIGNED_OUT };
    res.locals.typedBefore = before;
    next();
  };
}

/**
 * Forgets the form that the page before had brought back, once that is what was sent. The browser says which page that
 * was; where it says nothing, the form is forgotten after a day.
 */
function forgetOnceSent(parked: ParkedForms, req: Request, res: Response, owner: number): void {
  const key = parkedKey(req.get('Referer') ?? '');
  if (key === undefined || parked.find(key, owner)?.page !== formPage(req.path)) return;
  res.once('finish', () => {
    if (res.statusCode !== 303 || res.locals.parkedNow) return;
    try {
      parked.forget(key, owner);
    } catch (error) {
      req.log.warn({ err: error }, 'A parked form that was sent stays');
    }
  });
}

function formIn(req: Request, secrets: string[]): ParkedForm | undefined {
  const owner = formerUser(req) ?? req.session.user_id ?? req.session.former_user_id;
  if (req.method !== 'POST' || owner === undefined) return undefined;
  const values = parkedValues(req.body);
  const draft = unsealDraft(req.body?.so_far, secrets);
  if ((!hasTyped(values) && !draft) || !fits(values)) return undefined;
  const form = { owner, page: formPage(req.path), values, household: householdOf(req) };
  return draft?.owner === owner ? { ...form, draft } : form;
}

/** The key of a parked form in an address. */
function parkedKey(address: string): string | undefined {
  return /[?&]parked=([\w-]+)/.exec(address)?.[1];
}
