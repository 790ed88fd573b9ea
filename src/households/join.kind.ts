import type { DatabaseTransaction } from '../database/database.js';
import type { DraftContext, DraftKind } from '../drafts/rows/draft-kind.js';
import { findHousehold, insertMembership } from '../members/household.repository.js';
import { findRole } from '../members/membership.repository.js';
import { setCurrentHousehold } from '../members/user.repository.js';
import { found } from '../web/errors.js';
import { findInvitationById, useInvitation } from './invitation.repository.js';

interface Content {
  householdName: string;
}

/**
 * Joining a household by a link. It asks nothing: signing up commits it with the new account; who has an account
 * reviews it first.
 */
export const JOIN: DraftKind = {
  name: 'join',
  address: '/joining',
  called: 'invitation',
  missing: 'The invitation does not wait in this browser any more. Open its link once more.',
  fromOutside: true,
  afterDiscard: ['/', '/login', '/signup'],
  steps: [],
  pendingKeys: [
    {
      name: 'invitation_id',
      step: null,
      ids: (draft) => [invitationOf({ draft })],
      // A member is told so, whatever became of the link.
      async allThere(context) {
        const { db, clock } = context.deps;
        const invitation = await findInvitationById(db, invitationOf(context), clock.now());
        return invitation?.isOpen === true || (await isMember(context));
      },
      gone: 'This invitation is no longer good: it was used, cancelled, or has run out. Ask for a new one.',
    },
  ],

  summary: async (context) => ({ name: (await joinContent(context)).householdName, detail: 'an invitation' }),

  review: {
    title: 'Join a household',
    view: 'joining/review',
    async page(context) {
      const { db, clock } = context.deps;
      const invitation = await findInvitationById(db, invitationOf(context), clock.now());
      const title = `Join ${invitation?.householdName}`;
      return { title, invitation, isMember: await isMember(context) };
    },
  },

  content: joinContent,

  async commit(context, trx) {
    const { deps, member, draft } = context;
    if (!(await isMember(context, trx))) await joinBy(trx, context, deps.clock.now());
    await setCurrentHousehold(trx, member.user.id, draft.household);
    return { resultAddress: '/', actionId: null };
  },

  undone: async ({ deps, member }, { household }) =>
    (await findRole(deps.db, member.user.id, household)) === undefined,

  committed: ({ content }) => ({
    type: 'success',
    text: `You have joined ${(content as Content).householdName}.`,
  }),

  already: {
    title: 'You have joined already',
    view: 'joining/already',
    page: async ({ commit }) => ({ ...(commit.content as Content) }),
  },
};

async function joinContent({ deps, draft }: DraftContext): Promise<Content> {
  return { householdName: (await findHousehold(deps.db, draft.household)).name };
}

export function invitationOf({ draft }: Pick<DraftContext, 'draft'>): number {
  return found(draft.keys.invitation_id);
}

async function joinBy(trx: DatabaseTransaction, context: DraftContext, now: Date): Promise<void> {
  const { member, draft } = context;
  const used = await useInvitation(trx, invitationOf(context), now);
  if (!used) throw new Error('The invitation was good a moment ago');
  await insertMembership(trx, { householdId: draft.household, userId: member.user.id, role: 'member' }, now);
}

async function isMember({ deps, member, draft }: DraftContext, db = deps.db): Promise<boolean> {
  return (await findRole(db, member.user.id, draft.household)) !== undefined;
}
