import { type Request, type Response, Router } from 'express';
import type { AccountDeps } from '../../accounts/account-deps.js';
import { givePassword } from '../../accounts/give-password.js';
import { TOO_MANY_TRIES } from '../../accounts/own-password.js';
import { adoptBegun } from '../../drafts/rows/begun-here.js';
import { type Waiting, waitingAt, waitingAtOrNewest } from '../../households/waiting.js';
import { keepCarried } from '../../kept-forms/carried-form.js';
import { memberOf } from '../../members/current-member.js';
import { signOut } from '../../session/sign-in.js';
import { type Errors, readForm, refused, type Values } from '../../web/form.js';
import { goOnTo, goTo, goToWith, page, refuse } from '../../web/page.js';
import { askedReturn, safeReturnTo } from '../../web/return-to.js';
import { letInRoutes } from './let-in.routes.js';
import { logInForm } from './sign-in.form.js';

const WRONG = 'That username and password don’t belong together. Check both.';

/** Signing in and out. */
export function signInRoutes(deps: AccountDeps): Router {
  const router = Router();

  router.get('/login', async (req, res) => {
    const asked = askedReturn(req);
    const returnTo = safeReturnTo(asked);
    if (memberOf(req)) return goOnTo(req, res, returnTo);
    const waiting = await waitingAtOrNewest(deps, req, returnTo);
    const shown = { ...logInPage({ return_to: asked }, waiting), unsent: req.query.unsent !== undefined };
    await page(req, res, 'accounts/login', shown);
  });

  router.post('/login', async (req, res) => {
    const form = readForm(req, logInForm);
    const returnTo = safeReturnTo(form.values.return_to);
    if (!form.ok) return again(req, res, form, returnTo);
    const outcome = await givePassword(deps, req, form.data);
    if (typeof outcome === 'number') {
      await adoptBegun(deps.db, req, outcome);
      const { kept_form: carried } = form.data;
      const back = carried && (await keepCarried(deps.keptForms, carried, outcome));
      return goTo(res, back || returnTo);
    }
    const wrong = refused(form, { username: outcome === 'wrong' ? WRONG : TOO_MANY_TRIES });
    await again(req, res, wrong, returnTo);
  });

  router.post('/logout', async (req, res) => {
    if (!memberOf(req)) return goTo(res, '/login');
    await signOut(req);
    await goToWith(req, res, '/login', { type: 'success', text: 'You are signed out.' });
  });

  router.use(letInRoutes(deps));
  return router;

  async function again(
    req: Request,
    res: Response,
    { errors, values }: { errors: Errors; values: Values },
    returnTo: string,
  ): Promise<void> {
    const waiting = await waitingAt(deps, req, returnTo);
    await refuse(req, res, 'accounts/login', { ...logInPage(values, waiting), errors });
  }
}

/** @param waiting the invitation to go on with */
function logInPage(values: Values, waiting: Waiting | 'gone' | undefined) {
  const title = 'Sign in';
  if (waiting === 'gone') return { title, values: { ...values, return_to: '' }, invitationGone: true };
  return { title, values: waiting ? { ...values, return_to: waiting.address } : values, waiting };
}
