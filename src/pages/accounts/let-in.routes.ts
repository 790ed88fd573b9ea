import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { AccountDeps } from '../../accounts/account-deps.js';
import { letIn } from '../../accounts/let-in.js';
import { adoptBegun } from '../../drafts/rows/begun-here.js';
import { findSignInLink, LINK_HOURS } from '../../households/sign-in-link.repository.js';
import { readForm } from '../../web/form.js';
import { goToWith, page, refuse } from '../../web/page.js';
import { isSame, newPasswordField } from './account-fields.js';

/** @param username that the password may not be */
const letInForm = (username: string) =>
  z.strictObject({
    password: newPasswordField.refine((password) => !isSame(username, password), {
      error: 'Use a password that is not your username.',
    }),
  });

/** Setting a new password by a link that an owner of the household made. */
export function letInRoutes(deps: AccountDeps): Router {
  const { db, clock } = deps;
  const router = Router();

  router.get('/login/link/:token', async (req, res) => {
    const link = await findSignInLink(db, req.params.token, clock.now());
    if (!link?.isGood) return gone(req, res);
    await page(req, res, 'accounts/let-in', letInPage(link.username));
  });

  router.post('/login/link/:token', async (req, res) => {
    const { token } = req.params;
    const link = await findSignInLink(db, token, clock.now());
    if (!link) return gone(req, res);
    const form = readForm(req, letInForm(link.username));
    if (!form.ok) {
      if (!link.isGood) return gone(req, res);
      return refuse(req, res, 'accounts/let-in', { ...letInPage(link.username), ...form });
    }
    const outcome = await letIn(deps, req, { token, password: form.data.password });
    if (outcome === 'gone') return gone(req, res);
    await adoptBegun(db, req, outcome);
    const text = 'Your new password is set. You are signed out everywhere else.';
    await goToWith(req, res, '/', { type: 'success', text });
  });

  return router;
}

function letInPage(username: string) {
  return { title: 'Choose a new password', username };
}

function gone(req: Request, res: Response): Promise<void> {
  const text = `It works once, within ${LINK_HOURS} hours. Ask for a new one.`;
  return page(req, res, 'errors/refused', { title: 'This link is no longer good', text }, 404);
}
