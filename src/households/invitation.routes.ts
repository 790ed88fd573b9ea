import { type Request, type Response, Router } from 'express';
import type { Deps } from '../deps.js';
import {
  addInvitation,
  findInvitation,
  listInvitations,
  revokeInvitation,
} from '../joining/invitation.repository.js';
import { InvitationGone, join, joined, waitToJoin } from '../joining/join.kind.js';
import { memberOf, requireMember } from '../people/current-member.js';
import { findRole } from '../people/membership.repository.js';
import { asksPassword, delicateRefusal } from '../people/own-password.js';
import type { Member } from '../people/person.js';
import { dayIn, inWords } from '../stock/best-before.js';
import { idFrom, OwnersOnly } from '../web/errors.js';
import { readForm, refused } from '../web/form.js';
import { goTo, goToWith, page, refuse } from '../web/page.js';
import { invitationForm } from './household.form.js';

const DAY = 24 * 60 * 60 * 1000;

/** Inviting: making links, and taking them back. */
export function invitationRoutes(deps: Deps): Router {
  const { db, config, clock } = deps;
  const router = Router();

  router.get('/household/invitations', async (req, res) => {
    await page(req, res, 'households/invitations', await invitationsPage(req));
  });

  router.post('/household/invitations', async (req, res) => {
    const member = await requireOwner(req);
    const form = readForm(req, invitationForm);
    if (!form.ok)
      return refuse(req, res, 'households/invitations', { ...(await invitationsPage(req)), ...form });
    const refusal = await delicateRefusal(deps, req, member.user, form.data.password);
    if (refusal) {
      const wrong = refused(form, { password: refusal });
      return refuse(req, res, 'households/invitations', { ...(await invitationsPage(req)), ...wrong });
    }
    const now = clock.now();
    const terms = { uses: form.data.uses, expiresAt: new Date(now.getTime() + form.data.days * DAY) };
    const token = await addInvitation(db, member, terms, now);
    const link = `${config.origin ?? `${req.protocol}://${req.host}`}/join/${token}`;
    // Shown here and never again: only its hash is kept, so there is nothing that a redirect could show.
    await page(req, res, 'households/invitations', { ...(await invitationsPage(req)), link }, 201);
  });

  router.post('/household/invitations/:id/revoke', async (req, res) => {
    const member = await requireOwner(req);
    await revokeInvitation(db, member, idFrom(req.params.id));
    const text = 'The link is taken back. Nobody can join by it any more.';
    await goToWith(req, res, '/household/invitations', { type: 'success', text });
  });

  return router;

  async function requireOwner(req: Request): Promise<Member> {
    const member = requireMember(req);
    if ((await findRole(db, member.user.id, member.household.id)) !== 'owner') throw new OwnersOnly();
    return member;
  }

  async function invitationsPage(req: Request) {
    const member = await requireOwner(req);
    const now = clock.now();
    const today = dayIn(member.household.timeZone, now);
    const invitations = (await listInvitations(db, member, now)).map((invitation) => ({
      ...invitation,
      until: inWords(dayIn(member.household.timeZone, new Date(invitation.expiresAt)), today),
    }));
    const values = { uses: '1', days: '7' };
    return { title: 'Invitations', invitations, values, asksPassword: asksPassword(req, clock) };
  }
}

/** Joining by a link: anyone who holds it may open it. */
export function joinRoutes({ db, clock }: Deps): Router {
  const router = Router();

  router.get('/join/:token', async (req, res) => {
    const invitation = await findInvitation(db, req.params.token, clock.now());
    if (!invitation) return gone(req, res);
    const member = memberOf(req);
    const role = member && (await findRole(db, member.user.id, invitation.householdId));
    const title = `Join ${invitation.householdName}`;
    await page(req, res, 'households/join', { title, invitation, isMember: role !== undefined });
  });

  router.post('/join/:token', async (req, res) => {
    const invitation = await findInvitation(db, req.params.token, clock.now());
    if (!invitation) return gone(req, res);
    const member = memberOf(req);
    if (!member) {
      await waitToJoin(req, invitation, clock);
      const back = encodeURIComponent(`/join/${req.params.token}`);
      return goTo(res, req.body?.account === 'known' ? `/login?return_to=${back}` : '/signup');
    }
    try {
      const household = await db
        .transaction()
        .execute((trx) => join(trx, member.user.id, invitation, clock.now()));
      await joined(req);
      await goToWith(req, res, '/', { type: 'success', text: `You see ${household.name} now.` });
    } catch (error) {
      if (!(error instanceof InvitationGone)) throw error;
      await gone(req, res);
    }
  });

  return router;
}

function gone(req: Request, res: Response): Promise<void> {
  const text = 'It was used up, taken back, or has run out. Ask for a new one.';
  return page(req, res, 'errors/refused', { title: 'This invitation is no longer good', text }, 404);
}
