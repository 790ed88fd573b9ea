import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { AccountDeps } from '../../accounts/account-deps.js';
import { asksPassword, delicateRefusal, passwordAgain } from '../../accounts/own-password.js';
import { NotAMember } from '../../households/change-members.js';
import { LinkRefused, linkForMember } from '../../households/link-for-member.js';
import { cancelSignInLink } from '../../households/sign-in-link.repository.js';
import { requireMember } from '../../members/current-member.js';
import { idFrom, NotFound } from '../../web/errors.js';
import { type Errors, readForm } from '../../web/form.js';
import { goToWith, page, refuse } from '../../web/page.js';
import { linkAddress } from './link-address.js';
import { memberPage } from './member.view.js';

/** Of the form on a member's page, whose other button may be another's. */
const linkForm = z.strictObject({ password: passwordAgain });

/** Letting a member in again who forgot the password. */
export function signInLinkRoutes(deps: AccountDeps): Router {
  const { db, clock } = deps;
  const router = Router();

  router.post('/household/members/:id/link', async (req, res) => {
    const member = requireMember(req);
    // Owners only; and nobody who is no member.
    const { other } = await memberPage(deps, member, req.params.id);
    const form = readForm(req, linkForm);
    if (!form.ok) return again(req, res, form.errors);
    const refusal = await delicateRefusal(deps, req, member.user, form.data.password);
    if (refusal) return again(req, res, { password: refusal });
    try {
      const token = await linkForMember(db, member, idFrom(req.params.id), clock.now());
      const log = { userId: other.id, by: member.user.id, household: member.household.id };
      req.log.info(log, 'A sign-in link was made');
      const shown = { title: 'Send this link', other, link: linkAddress(deps, req, `/login/link/${token}`) };
      // Shown only once: just its hash is stored.
      await page(req, res, 'households/sign-in-link', shown, 201);
    } catch (error) {
      if (error instanceof NotAMember) throw new NotFound();
      if (!(error instanceof LinkRefused)) throw error;
      await again(req, res, { '': `${other.name} is in another household too, which is not yours.` });
    }
  });

  router.post('/household/members/:id/link/cancel', async (req, res) => {
    const { other } = await memberPage(deps, requireMember(req), req.params.id);
    await cancelSignInLink(db, other.id);
    const text = 'The link is cancelled.';
    await goToWith(req, res, `/household/members/${other.id}`, { type: 'success', text });
  });

  return router;

  async function again(req: Request, res: Response, errors: Errors): Promise<void> {
    const shown = await memberPage(deps, requireMember(req), String(req.params.id));
    const asks = { asksPassword: asksPassword(req, clock) };
    await refuse(req, res, 'households/member', { ...shown, ...asks, errors, values: {} });
  }
}
