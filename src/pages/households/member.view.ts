import { cityOf } from '../../calendar/time-zones.js';
import type { Deps } from '../../deps.js';
import { memberToChange, NotAMember } from '../../households/change-members.js';
import { mayLetIn, openSignInLink } from '../../households/sign-in-link.repository.js';
import { listMembers } from '../../members/household.repository.js';
import { calledName, type Member } from '../../members/member.js';
import { listHouseholdsOf } from '../../members/membership.repository.js';
import { isOwner } from '../../members/owner.js';
import { byName } from '../../text.js';
import { idFrom, NotFound } from '../../web/errors.js';
import { openLinks } from './invitation.view.js';

/** The household, with who shares it. */
export async function householdPage(deps: Deps, member: Member) {
  const { user, household } = member;
  const owns = await isOwner(deps.db, member);
  return {
    title: household.name,
    city: cityOf(household.timeZone),
    members: await namedMembers(deps, member),
    households: await listHouseholdsOf(deps.db, user.id),
    isOwner: owns,
    invitations: owns ? await openLinks(deps, member) : [],
  };
}

/** One of those who share it, for an owner. @throws OwnersOnly, NotFound */
export async function memberPage(deps: Deps, member: Member, id: string) {
  const other = await otherMember(deps, member, id);
  return {
    title: other.name,
    other,
    mayLetIn: await mayLetIn(deps.db, member.user.id, other.id),
    openLink: await openSignInLink(deps.db, other.id, deps.clock.now()),
  };
}

/** The question whether to remove one. @throws OwnersOnly, NotFound */
export async function removePage(deps: Deps, member: Member, id: string) {
  const other = await otherMember(deps, member, id);
  return { title: `Remove ${other.name}?`, other };
}

/** The question whether to leave. */
export async function leavePage(deps: Deps, member: Member) {
  const members = await namedMembers(deps, member);
  const owners = members.filter(({ role, userId }) => role === 'owner' && userId !== member.user.id);
  const isLastOwner = owners.length === 0;
  const households = await listHouseholdsOf(deps.db, member.user.id);
  const next = households.find(({ id }) => id !== member.household.id);
  return { title: `Leave ${member.household.name}?`, isAlone: members.length === 1, isLastOwner, next };
}

async function otherMember({ db }: Deps, member: Member, id: string) {
  const userId = idFrom(id);
  // Oneself is no other.
  if (userId === member.user.id) throw new NotFound();
  try {
    const user = await memberToChange(db, member, userId);
    return { ...user, name: calledName(user) };
  } catch (error) {
    throw error instanceof NotAMember ? new NotFound() : error;
  }
}

async function namedMembers({ db }: Deps, { household }: Member) {
  const members = await listMembers(db, household.id);
  return members.map((one) => ({ ...one, name: calledName(one) })).toSorted(byName);
}
