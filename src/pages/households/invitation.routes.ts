import { type Request, type Response, Router } from 'express';
import type { AccountDeps } from '../../accounts/account-deps.js';
import { asksPassword, delicateRefusal } from '../../accounts/own-password.js';
import { addInvitation, revokeInvitation } from '../../households/invitation.repository.js';
import { requireMember } from '../../members/current-member.js';
import type { Member } from '../../members/member.js';
import { requireOwner } from '../../members/owner.js';
import { type Errors, readForm, type Values } from '../../web/form.js';
import { goToWith, page, refuse } from '../../web/page.js';
import { BLANK, INVITATION_DAYS, invitationForm, revokeForm } from './invitation.form.js';
import { openLinks } from './invitation.view.js';
import { linkAddress } from './link-address.js';

const DAY = 24 * 60 * 60 * 1000;

/** Inviting: making links, and cancelling them. */
export function invitationRoutes(deps: AccountDeps): Router {
  const { db, clock } = deps;
  const router = Router();

  router.get('/household/invitations', async (req, res) => {
    await page(req, res, 'households/invitations', await invitationsPage(req));
  });

  router.post('/household/invitations', async (req, res) => {
    const member = await owner(req);
    const form = readForm(req, invitationForm);
    if (!form.ok) return wrong(req, res, form.errors, form.values);
    const refusal = await delicateRefusal(deps, req, member.user, form.data.password);
    if (refusal) return wrong(req, res, { password: refusal }, form.values);
    const now = clock.now();
    const terms = { uses: form.data.uses, expiresAt: new Date(now.getTime() + form.data.days * DAY) };
    const token = await addInvitation(db, member, terms, now);
    const link = linkAddress(deps, req, `/join/${token}`);
    const shown = { ...(await invitationsPage(req)), title: 'Send this link', terms: form.data };
    // Shown only once: just its hash is stored.
    await page(req, res, 'households/invitations', { ...shown, link }, 201);
  });

  router.post('/household/invitations/revoke', async (req, res) => {
    const member = await owner(req);
    const form = readForm(req, revokeForm);
    if (!form.ok) return wrong(req, res, form.errors);
    const refusal = await delicateRefusal(deps, req, member.user, form.data.revoke_password);
    if (refusal) return wrong(req, res, { revoke_password: refusal });
    await revokeInvitation(db, member, form.data.invitation);
    const text = 'The link is cancelled.';
    await goToWith(req, res, '/household', { type: 'success', text });
  });

  return router;

  async function owner(req: Request): Promise<Member> {
    const member = requireMember(req);
    await requireOwner(db, member);
    return member;
  }

  async function invitationsPage(req: Request) {
    const invitations = await openLinks(deps, await owner(req));
    const shown = { title: 'Invite someone', invitations, days: INVITATION_DAYS, values: BLANK };
    return { ...shown, asksPassword: asksPassword(req, clock) };
  }

  async function wrong(req: Request, res: Response, errors: Errors, values: Values = BLANK): Promise<void> {
    const shown = { ...(await invitationsPage(req)), errors, values: { ...BLANK, ...values } };
    await refuse(req, res, 'households/invitations', shown);
  }
}
