import { randomBytes } from 'node:crypto';
import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import type { Draft } from '../drafts/draft.js';
import { unsealDraft } from '../drafts/sealed-draft.js';
import { memberOf } from '../people/current-member.js';
import { renewSession, SessionGone } from '../session/change-session.js';
import { formerUser } from '../session/session-id.js';
import { SignInRequired } from '../web/errors.js';
import { CARRIED, typedValues, type Values } from '../web/form.js';
import { goTo } from '../web/page.js';
import { signInAddress } from '../web/return-to.js';
import { formPage } from './form-page.js';

/** What someone typed after their session had ended. */
export interface ParkedForm {
  /** The user whose session it was: nobody else ever sees it. */
  owner: number;
  /** The path of the page that the form stands on. */
  page: string;
  values: Values;
  /** The draft that the form belongs to, as the form itself carried it. */
  draft?: Draft;
  /** Milliseconds since 1970. */
  at: number;
}

declare module 'express-session' {
  interface SessionData {
    /** Forms that wait for their writer to sign in again. */
    parked: Record<string, ParkedForm>;
  }
}

const PARKED_AT_MOST = 3;
const BYTES_AT_MOST = 64 * 1024;

/**
 * Keeps what was typed when a form finds its session ended, and shows the form again, filled, once the same user has
 * signed in. Stands before the error pages.
 * @param secrets that sign what the forms of drafts carry
 */
export function parkForms(secrets: string[]): ErrorRequestHandler {
  return async (error, req, res, next) => {
    if (!(error instanceof SignInRequired || error instanceof SessionGone)) return next(error);
    try {
      const form = formIn(req, secrets);
      if (!form) return next(error);
      const id = randomBytes(9).toString('base64url');
      await renewSession(req, ({ cookie: _, ...old }) => {
        const kept = old.user_id === undefined ? old : {};
        const others = Object.entries(kept.parked ?? {}).slice(1 - PARKED_AT_MOST);
        return { ...kept, parked: { ...Object.fromEntries(others), [id]: form } };
      });
      goTo(res, signInAddress(`${form.page}?parked=${id}`));
    } catch (second) {
      next(second);
    }
  };
}

/** Hands what was parked to the page that is asked for with its key, when it is the signed-in user's own. */
export const bringBackParked: RequestHandler = (req, res, next) => {
  const id = req.query.parked;
  const member = memberOf(req);
  if (req.method !== 'GET' || typeof id !== 'string' || !member) return next();
  const parked = Object.hasOwn(req.session.parked ?? {}, id) ? req.session.parked?.[id] : undefined;
  if (parked?.owner === member.user.id && parked.page === req.path) res.locals.typedBefore = parked.values;
  next();
};

function formIn(req: Request, secrets: string[]): ParkedForm | undefined {
  const owner = formerUser(req) ?? req.session.user_id ?? req.session.former_user_id;
  if (req.method !== 'POST' || owner === undefined) return undefined;
  const { so_far: sealed, ...values } = typedValues(req.body);
  const draft = unsealDraft(sealed, secrets);
  const typed = Object.keys(values).some((name) => !CARRIED.has(name));
  if ((!typed && !draft) || Buffer.byteLength(JSON.stringify(values)) > BYTES_AT_MOST) return undefined;
  const form = { owner, page: formPage(req.path), values, at: Date.now() };
  return draft?.owner === owner ? { ...form, draft } : form;
}
