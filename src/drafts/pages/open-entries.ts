import type { Request } from 'express';
import { requireMember } from '../../members/current-member.js';
import type { Household, Member } from '../../members/member.js';
import { listHouseholdsOf } from '../../members/membership.repository.js';
import { begunHere } from '../rows/begun-here.js';
import type { Draft } from '../rows/draft.js';
import { listOwnDrafts } from '../rows/draft.repository.js';
import type { DraftDeps, DraftKind } from '../rows/draft-kind.js';
import { stepAddress } from './open-draft.js';

/** The page that lists every open entry of whoever is signed in. */
export const OPEN_ENTRIES = '/put-away';

export interface OpenEntry {
  id: string;
  name: string;
  detail: string;
  address: string;
  discard: string;
  /** When it is not the current one. */
  household?: Pick<Household, 'id' | 'name'> | undefined;
  /** Its writer has left that household: it can only be discarded. */
  left: boolean;
}

/**
 * All open entries of whoever is signed in, of every kind and household.
 * The current household's first, of these what was begun in this browser, then the one changed last.
 */
export async function listOpenEntries(deps: DraftDeps, req: Request): Promise<OpenEntry[]> {
  const member = requireMember(req);
  const households = await listHouseholdsOf(deps.db, member.user.id);
  const entries: OpenEntry[] = [];
  const isHere = ({ id }: Draft) => begunHere(req).includes(id);
  const drafts = await listOwnDrafts(deps.db, member.user.id);
  for (const draft of [...drafts.filter(isHere), ...drafts.filter((draft) => !isHere(draft))]) {
    const kind = deps.draftKinds.find(({ name }) => name === draft.kind);
    if (kind) entries.push(await entryOf(deps, member, kind, draft, households));
  }
  return [...entries.filter(isForCurrent), ...entries.filter((entry) => !isForCurrent(entry))];
}

async function entryOf(
  deps: DraftDeps,
  member: Member,
  kind: DraftKind,
  draft: Draft,
  households: Household[],
): Promise<OpenEntry> {
  const { user, household: current } = member;
  const household = households.find(({ id }) => id === draft.household);
  const addresses = {
    id: draft.id,
    address: stepAddress(kind, draft),
    discard: `${kind.address}/${draft.id}/discard`,
  };
  if (kind.fromOutside) {
    return { ...(await kind.summary({ deps, draft, member })), ...addresses, left: false };
  }
  if (!household) return { ...LEFT, ...addresses };
  const summary = await kind.summary({ deps, draft, member: { user, household } });
  const other = household.id === current.id ? undefined : household;
  return { ...summary, ...addresses, household: other, left: false };
}

const LEFT = { name: 'An entry of a household that you have left', detail: '', left: true };

function isForCurrent({ household, left }: OpenEntry): boolean {
  return !household && !left;
}
