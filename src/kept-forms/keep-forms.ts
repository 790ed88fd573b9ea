import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Deps } from '../deps.js';
import { memberOf } from '../members/current-member.js';
import { SessionGone } from '../session/change-session.js';
import type { KeptForm, KeptForms } from '../session/kept-forms.js';
import { lastUser } from '../session/sign-in.js';
import { SignInRequired } from '../web/errors.js';
import { typedValues } from '../web/form.js';
import { goTo, page, type TypedBefore } from '../web/page.js';
import { signInAddress } from '../web/return-to.js';
import { carriedIn } from './carried-form.js';
import { pageOf } from './form-page.js';
import { fits, isWorthKeeping } from './kept-values.js';
import { householdOf, isForAnotherHousehold, showOtherHousehold } from './other-household.js';
import { isForAnotherUser, showOtherUser } from './other-user.js';

/** An earlier tap may have gone through, so it does not say that nothing has changed. */
const SIGNED_OUT =
  'You were signed out before this was sent. Look through it, and send it again if it has not been done.';

/**
 * Keeps what was typed when a form finds its session ended, and shows it again after the same user has signed in.
 * The cookie stays: another tab may have signed in meanwhile.
 */
export function keepForms(keptForms: KeptForms): ErrorRequestHandler {
  return async (error, req, res, next) => {
    if (!(error instanceof SignInRequired || error instanceof SessionGone)) return next(error);
    const owner = await lastUser(req);
    if (req.method !== 'POST') return next(error);
    try {
      if (owner === undefined) return await showCarried(req, res, () => next(error));
      const form = formWorthKeeping(req, owner);
      if (isForAnotherUser(req, owner)) return await showOtherUser(req, res);
      if (!form) return next(error);
      const key = await keptForms.keep(form);
      res.locals.keptNow = true;
      goTo(res, signInAddress(`${form.page}?kept=${key}`));
    } catch (second) {
      next(second);
    }
  };
}

/** Gives what was kept to the page that is asked for with its key, and forgets it once it was sent. */
export function bringBackKept({ db, keptForms }: Pick<Deps, 'db' | 'keptForms'>): RequestHandler {
  return async (req, res, next) => {
    const member = memberOf(req);
    if (!member) return next();
    const { id: owner } = member.user;
    if (req.method === 'POST') {
      await forgetOnceSent(keptForms, req, res, owner);
      return next();
    }
    const form = req.query.kept === undefined ? undefined : await keptForms.find(req.query.kept, owner);
    if (form?.page !== req.path) return next();
    // The current household may be another by now.
    if (isForAnotherHousehold(member, form.household)) {
      return showOtherHousehold(db, req, res, { ...form, wayBack: () => req.originalUrl });
    }
    const before: TypedBefore = { values: form.values, note: form.note ?? SIGNED_OUT };
    res.locals.typedBefore = before;
    next();
  };
}

/** Forgets the form once it is sent from the page that showed it (by the Referer). */
async function forgetOnceSent(
  keptForms: KeptForms,
  req: Request,
  res: Response,
  owner: number,
): Promise<void> {
  const key = keptKey(req.get('Referer') ?? '');
  if (key === undefined || (await keptForms.find(key, owner))?.page !== pageOf(req)) return;
  res.once('finish', () => {
    if (res.statusCode !== 303 || res.locals.keptNow) return;
    keptForms.forget(key, owner).catch((err: unknown) => {
      req.log.warn({ err }, 'A kept form that was sent stays');
    });
  });
}

/** A sign-in page that carries the form: its browser has no cookie left that says whose it is. */
async function showCarried(req: Request, res: Response, otherwise: () => void): Promise<void> {
  const carried = carriedIn(req);
  if (carried === undefined) return otherwise();
  const values = { return_to: pageOf(req), kept_form: carried };
  await page(req, res, 'accounts/login', { title: 'Sign in', values }, 401);
}

function formWorthKeeping(req: Request, owner: number): KeptForm | undefined {
  const values = typedValues(req.body);
  if (!isWorthKeeping(values) || !fits(values)) return undefined;
  return { owner, page: pageOf(req), values, household: householdOf(req) };
}

function keptKey(address: string): string | undefined {
  return /[?&]kept=([\w-]+)/.exec(address)?.[1];
}
