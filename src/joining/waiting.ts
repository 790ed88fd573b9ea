import type { Request } from 'express';
import type { Deps } from '../deps.js';
import type { Draft } from '../drafts/draft.js';
import { listDrafts, startDraft } from '../drafts/draft.store.js';
import { reachFor, stepAddress } from '../drafts/open-draft.js';
import { findInvitationById, type Invitation } from './invitation.repository.js';
import { invitationOf, JOIN } from './join.kind.js';

/** An invitation that waits in this browser for whoever is signed in, or is about to be. */
export interface Waiting {
  draft: Draft;
  invitation: Invitation;
  /** The page that asks whether to join. */
  address: string;
}

/** What the draft of an invitation knows from the first. */
export function startOf({ id, householdId }: Invitation) {
  return { steps: [], keys: { invitation_id: id, household_id: householdId } };
}

/**
 * Lets an invitation wait while its holder signs up or signs in. One that waits here already goes on waiting.
 * @param once the token of the form
 * @returns the page that asks whether to join
 * @throws TooManyDrafts
 */
export async function waitToJoin(
  { clock }: Deps,
  req: Request,
  invitation: Invitation,
  once: string | undefined,
): Promise<string> {
  const scope = { ...reachFor(JOIN, req), household: invitation.householdId };
  const draft =
    findWaiting(req, invitation) ?? (await startDraft(req, scope, clock, { ...startOf(invitation), once }));
  return stepAddress(JOIN, draft);
}

/** The draft by which an invitation waits here already. */
export function findWaiting(req: Request, { id }: Invitation): Draft | undefined {
  return listDrafts(req, reachFor(JOIN, req)).find((draft) => invitationOf({ draft }) === id);
}

/** The invitations that wait here and can still be used, the newest first. */
export async function listWaiting({ db, clock }: Deps, req: Request): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  for (const draft of listDrafts(req, reachFor(JOIN, req))) {
    const invitation = await findInvitationById(db, invitationOf({ draft }), clock.now());
    if (invitation?.isOpen) waiting.push({ draft, invitation, address: stepAddress(JOIN, draft) });
  }
  return waiting;
}

/**
 * The invitation that a page leads back to.
 * @param returnTo the page to go back to, after signing up or in
 * @returns 'gone' when it leads to one that can't be used any more, or waits no longer; undefined when it leads
 *   elsewhere, as back to the question whether to join that an ended session left behind
 */
export async function waitingAt(
  deps: Deps,
  req: Request,
  returnTo: string,
): Promise<Waiting | 'gone' | undefined> {
  if (!returnTo.startsWith(`${JOIN.address}/`) || returnTo.includes('?')) return undefined;
  return (await listWaiting(deps, req)).find(({ address }) => address === returnTo) ?? 'gone';
}

/** The invitation that signing up or in goes on with: the one that is led back to; where nothing is, the newest. */
export async function waitingFor(
  deps: Deps,
  req: Request,
  returnTo: string,
): Promise<Waiting | 'gone' | undefined> {
  return returnTo === '/' ? (await listWaiting(deps, req))[0] : waitingAt(deps, req, returnTo);
}
