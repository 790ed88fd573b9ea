import { dayIn, inWords } from '../../calendar/day.js';
import type { Deps } from '../../deps.js';
import { listInvitations } from '../../households/invitation.repository.js';
import type { Member } from '../../members/member.js';

/** The household's links that are still good, with their last day in words. */
export async function openLinks({ db, clock }: Deps, member: Member) {
  const now = clock.now();
  const { timeZone } = member.household;
  const today = dayIn(timeZone, now);
  return (await listInvitations(db, member, now)).map((invitation) => ({
    ...invitation,
    until: inWords(dayIn(timeZone, new Date(invitation.expiresAt)), today),
  }));
}
