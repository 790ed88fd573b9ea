import type { Request } from 'express';
import type { Clock } from '../clock.js';
import type { Database, DatabaseTransaction } from '../database/database.js';
import type { DraftRules } from '../drafts/draft.js';
import { findAnyDraft, removeDraftsOf, startDraft } from '../drafts/draft.store.js';
import { findHousehold, insertMembership } from '../people/household.repository.js';
import { findRole } from '../people/membership.repository.js';
import type { Household } from '../people/person.js';
import { setCurrentHousehold } from '../people/user.repository.js';
import { findInvitationById, type Invitation, useInvitation } from './invitation.repository.js';

/** Joining a household by a link: the pending household waits in the session until there is a user to join it. */
const JOIN: DraftRules = { name: 'join', steps: [{ name: 'account', dependsOn: [] }] };

/** The invitation can't be used any more. */
export class InvitationGone extends Error {}

/** Lets an invitation wait while its holder signs up or signs in. */
export async function waitToJoin(req: Request, { id, householdId }: Invitation, clock: Clock): Promise<void> {
  const keys = { invitation_id: id, household_id: householdId };
  await removeDraftsOf(req, JOIN);
  await startDraft(req, { kind: JOIN, owner: null, household: householdId }, clock, {
    steps: [{ step: 'account', fields: null, keys }],
  });
}

/** The invitation that waits in this browser, as long as it can be used. */
export async function waitingInvitation(
  db: Database,
  req: Request,
  clock: Clock,
): Promise<Invitation | undefined> {
  const id = findAnyDraft(req, JOIN)?.keys.invitation_id;
  return id === undefined ? undefined : findInvitationById(db, id, clock.now());
}

/** Nothing waits any more: it was joined. */
export async function joined(req: Request): Promise<void> {
  await removeDraftsOf(req, JOIN);
}

/**
 * Makes a user a member of the household that invites, and that the current one. A member stays one, and the
 * invitation is not used.
 * @returns the household
 * @throws InvitationGone
 */
export async function join(
  trx: DatabaseTransaction,
  userId: number,
  invitation: Invitation,
  now: Date,
): Promise<Household> {
  const { householdId } = invitation;
  if (!(await findRole(trx, userId, householdId))) {
    if (!(await useInvitation(trx, invitation.id, now))) throw new InvitationGone();
    await insertMembership(trx, { householdId, userId, role: 'member' }, now);
  }
  await setCurrentHousehold(trx, userId, householdId);
  return findHousehold(trx, householdId);
}
