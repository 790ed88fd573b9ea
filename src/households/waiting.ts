import type { Request } from 'express';
import type { Deps } from '../deps.js';
import { stepAddress } from '../drafts/pages/open-draft.js';
import { noteBegun } from '../drafts/rows/begun-here.js';
import { startDraft } from '../drafts/rows/change-draft.js';
import type { Draft, DraftStart } from '../drafts/rows/draft.js';
import { listDrafts } from '../drafts/rows/draft.repository.js';
import { browserScope } from '../drafts/rows/draft-scope.js';
import { findInvitationById, type Invitation } from './invitation.repository.js';
import { invitationOf, JOIN } from './join.kind.js';

/** An invitation that waits in this browser. */
export interface Waiting {
  draft: Draft;
  invitation: Invitation;
  /** It asks whether to join. */
  address: string;
}

/**
 * Lets an invitation wait while its holder signs up or in; the second time finds the same one.
 * @param once the token of the form
 * @returns the page that asks whether to join
 * @throws TooManyDrafts
 */
export async function waitToJoin(
  deps: Deps,
  req: Request,
  invitation: Invitation,
  once: string | undefined,
): Promise<string> {
  const draft =
    (await findWaiting(deps, req, invitation)) ?? (await beginToJoin(deps, req, invitation, { once }));
  await noteBegun(req, draft.id);
  return stepAddress(JOIN, draft);
}

/** Starts joining. @throws TooManyDrafts */
export function beginToJoin(
  { db, clock }: Deps,
  req: Request,
  { id, householdId }: Invitation,
  start: Pick<DraftStart, 'once' | 'isCommittedAtOnce'>,
): Promise<Draft> {
  const scope = { ...browserScope(JOIN, req), household: householdId };
  const keys = { invitation_id: id, household_id: householdId };
  return startDraft(db, scope, { ...start, steps: [], keys }, clock);
}

/** The draft of an invitation that waits here. */
export async function findWaiting(
  { db }: Deps,
  req: Request,
  { id }: Invitation,
): Promise<Draft | undefined> {
  const drafts = await listDrafts(db, browserScope(JOIN, req));
  return drafts.find((draft) => invitationOf({ draft }) === id);
}

/** The open invitations that wait here, the newest first. */
export async function listWaiting({ db, clock }: Deps, req: Request): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  for (const draft of await listDrafts(db, browserScope(JOIN, req))) {
    const invitation = await findInvitationById(db, invitationOf({ draft }), clock.now());
    if (invitation?.isOpen) waiting.push({ draft, invitation, address: stepAddress(JOIN, draft) });
  }
  return waiting;
}

/**
 * The invitation that a page belongs to.
 * @param returnTo the page to go back to after signing up or in
 * @returns 'gone' when it can't be used or waits no longer; undefined when the page belongs to none
 */
export async function waitingAt(
  deps: Deps,
  req: Request,
  returnTo: string,
): Promise<Waiting | 'gone' | undefined> {
  if (!returnTo.startsWith(`${JOIN.address}/`) || returnTo.includes('?')) return undefined;
  return (await listWaiting(deps, req)).find(({ address }) => address === returnTo) ?? 'gone';
}

/** The invitation to go on with after signing up or in: the page's own, else the newest. */
export async function waitingAtOrNewest(
  deps: Deps,
  req: Request,
  returnTo: string,
): Promise<Waiting | 'gone' | undefined> {
  return returnTo === '/' ? (await listWaiting(deps, req))[0] : waitingAt(deps, req, returnTo);
}
