import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { AccountDeps } from '../../accounts/account-deps.js';
import { finishDraft } from '../../drafts/pages/commit-draft.js';
import { draftRoutes } from '../../drafts/pages/draft.routes.js';
import { openFor, PendingKeyGone } from '../../drafts/pages/open-draft.js';
import { discardDraft, TooManyDrafts } from '../../drafts/rows/change-draft.js';
import { findInvitation, type Invitation } from '../../households/invitation.repository.js';
import { JOIN } from '../../households/join.kind.js';
import { beginToJoin, findWaiting, listWaiting, waitToJoin } from '../../households/waiting.js';
import { memberOf } from '../../members/current-member.js';
import type { Member } from '../../members/member.js';
import { findRole } from '../../members/membership.repository.js';

import { HttpError } from '../../web/errors.js';
import { readForm } from '../../web/form.js';
import { onceField, onceToken } from '../../web/idempotency-key.js';
import { goTo, goToWith, page, refuse } from '../../web/page.js';
import { signInAddress, signUpAddress } from '../../web/return-to.js';

const joinForm = z.strictObject({
  /** For whoever is not signed in. */
  account: z.enum(['new', 'known'], { error: 'Choose whether you have an account.' }).optional(),
  /** The user whom the page showed as signed in. */
  as: z.string().optional(),
  once: onceField,
});

/** Joining by a link, which anyone may open. */
export function joinRoutes(deps: AccountDeps): Router {
  const { db, clock } = deps;
  const router = Router();

  router.get('/join/:token', async (req, res) => {
    const link = await openLink(req);
    if (!link) return gone(req, res);
    await page(req, res, 'joining/link', linkPage(link));
  });

  router.post('/join/:token', async (req, res) => {
    const form = readForm(req, joinForm);
    const link = await openLink(req);
    if (!link) return gone(req, res);
    if (!form.ok) return refuse(req, res, 'joining/link', { ...linkPage(link), ...form });
    const member = memberOf(req);
    if (!member) return wait(req, res, link.invitation, form.data);
    // Another user signed in meanwhile: the page must name them first.
    if (form.data.as !== String(member.user.id)) {
      return page(req, res, 'joining/link', { ...linkPage(link), changed: true }, 409);
    }
    await joinNow(req, res, member, link.invitation, form.data.once);
  });

  router.get('/joining', async (req, res) => {
    const waiting = (await listWaiting(deps, req)).map(({ address, ...one }) => ({
      ...one,
      address,
      signUp: signUpAddress(address),
      signIn: signInAddress(address),
    }));
    await page(req, res, 'joining/index', { title: 'Invitations', waiting });
  });

  router.use(draftRoutes(deps, JOIN));
  return router;

  /** What the link leads to; undefined when it is not open and one is no member. */
  async function openLink(req: Request) {
    const invitation = await findInvitation(db, String(req.params.token), clock.now());
    const member = memberOf(req);
    const role = invitation && member && (await findRole(db, member.user.id, invitation.householdId));
    return invitation && (invitation.isOpen || role)
      ? { invitation, isMember: role !== undefined }
      : undefined;
  }

  async function wait(
    req: Request,
    res: Response,
    invitation: Invitation,
    { account, once }: z.output<typeof joinForm>,
  ): Promise<void> {
    const mayWait = await deps.rateLimits.takeWait(req.ip ?? '');
    if (!mayWait) throw new HttpError(429, 'Too many invitations wait');
    try {
      const address = await waitToJoin(deps, req, invitation, once);
      goTo(res, account === 'new' ? signUpAddress(address) : signInAddress(address));
    } catch (error) {
      if (!(error instanceof TooManyDrafts)) throw error;
      const text = 'Ten invitations wait here, and that is as many as are kept. Discard one first.';
      await goToWith(req, res, JOIN.address, { type: 'error', text });
    }
  }

  async function joinNow(
    req: Request,
    res: Response,
    member: Member,
    invitation: Invitation,
    once: string | undefined,
  ): Promise<void> {
    const draft =
      (await findWaiting(deps, req, invitation)) ??
      (await beginToJoin(deps, req, invitation, { once, isCommittedAtOnce: true }));
    const open = openFor(JOIN, deps, member, draft);
    try {
      await finishDraft(req, res, JOIN, open);
    } catch (error) {
      if (!(error instanceof PendingKeyGone)) throw error;
      await discardDraft(db, open.scope, draft.id, clock);
      await gone(req, res);
    }
  }
}

function linkPage({ invitation, isMember }: { invitation: Invitation; isMember: boolean }) {
  const title = `Join ${invitation.householdName}`;
  return { title, invitation, isMember, values: { once: onceToken() } };
}

function gone(req: Request, res: Response): Promise<void> {
  const text = 'It was used, cancelled, or has run out. Ask for a new one.';
  return page(req, res, 'errors/refused', { title: 'This invitation is no longer good', text }, 404);
}
