import type { DatabaseTransaction } from '../database/database.js';
import type { Deps } from '../deps.js';
import { commitDraft } from '../drafts/pages/commit-draft.js';
import { openFor } from '../drafts/pages/open-draft.js';
import type { Draft } from '../drafts/rows/draft.js';
import { findHousehold } from '../members/household.repository.js';
import type { Member, User } from '../members/member.js';
import { JOIN } from './join.kind.js';

/**
 * Makes a newcomer a member of the household that invited them.
 * @param trx the one that makes the user
 * @throws PendingKeyGone when the invitation is not open any more
 */
export async function joinAsNewcomer(
  deps: Deps,
  trx: DatabaseTransaction,
  user: User,
  draft: Draft,
): Promise<Member> {
  const member = { user, household: await findHousehold(trx, draft.household) };
  await commitDraft(JOIN, openFor(JOIN, { ...deps, db: trx }, member, draft));
  return member;
}
