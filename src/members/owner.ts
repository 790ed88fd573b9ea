import type { Database } from '../database/database.js';
import { OwnersOnly } from '../web/errors.js';
import type { Member } from './member.js';
import { findRole } from './membership.repository.js';

export async function isOwner(db: Database, { user, household }: Member): Promise<boolean> {
  return (await findRole(db, user.id, household.id)) === 'owner';
}

/**
 * Lets only owners pass.
 * @param db a transaction, where the role must hold until its end
 * @throws OwnersOnly
 */
export async function requireOwner(db: Database, member: Member): Promise<void> {
  if (!(await isOwner(db, member))) throw new OwnersOnly();
}
