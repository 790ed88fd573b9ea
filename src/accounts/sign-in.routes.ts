import { Router } from 'express';
import type { Deps } from '../deps.js';
import { bringBackDraft } from '../parking/parking.js';
import { memberOf } from '../people/current-member.js';
import { givePassword } from '../people/give-password.js';
import { TOO_MANY_TRIES } from '../people/own-password.js';
import { signOut } from '../session/sign-in.js';
import { readForm, refused, type Values } from '../web/form.js';
import { goTo, goToWith, page, refuse } from '../web/page.js';
import { askedReturn, safeReturnTo } from '../web/return-to.js';
import { logInForm } from './account.form.js';

const WRONG = 'That username and password don’t belong together. Check both.';

/** Signing in and out: the pages that need nobody signed in. */
export function signInRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/login', async (req, res) => {
    if (memberOf(req)) return goTo(res, safeReturnTo(askedReturn(req)));
    await page(req, res, 'accounts/login', logInPage({ return_to: askedReturn(req) }));
  });

  router.post('/login', async (req, res) => {
    const form = readForm(req, logInForm);
    if (!form.ok) return refuse(req, res, 'accounts/login', { ...logInPage(form.values), ...form });
    const returnTo = safeReturnTo(form.data.return_to);
    const outcome = await givePassword(deps, req, form.data);
    if (typeof outcome === 'number') {
      await bringBackDraft(deps, req, outcome, returnTo);
      return goTo(res, returnTo);
    }
    const wrong = refused(form, { username: outcome === 'wrong' ? WRONG : TOO_MANY_TRIES });
    await refuse(req, res, 'accounts/login', { ...logInPage(form.values), ...wrong });
  });

  router.post('/logout', async (req, res) => {
    if (!memberOf(req)) return goTo(res, '/login');
    await signOut(req);
    await goToWith(req, res, '/login', { type: 'success', text: 'You are signed out.' });
  });

  return router;
}

function logInPage(values: Values) {
  return { title: 'Sign in', values };
}
