import { type Request, type Response, Router } from 'express';
import type { AccountDeps } from '../../accounts/account-deps.js';
import { asksPassword, delicateRefusal } from '../../accounts/own-password.js';
import { changeRole, LastOwner, leave, NotAMember, removeMember } from '../../households/change-members.js';
import { requireMember } from '../../members/current-member.js';
import { type HouseholdMember, listMembers } from '../../members/household.repository.js';
import { calledName, type Member } from '../../members/member.js';
import { listHouseholdsOf } from '../../members/membership.repository.js';
import { isOwner } from '../../members/owner.js';
import { setCurrentHousehold } from '../../members/user.repository.js';
import { byName } from '../../text.js';
import { NotFound } from '../../web/errors.js';
import { type Errors, readForm } from '../../web/form.js';
import { goToWith, page, refuse } from '../../web/page.js';
import { safeReturnTo } from '../../web/return-to.js';
import { currentHouseholdForm, membersForm } from './household.form.js';

export function memberRoutes(deps: AccountDeps): Router {
  const { db, clock } = deps;
  const router = Router();

  router.get('/household', async (req, res) => {
    await page(req, res, 'households/show', await householdPage(req));
  });

  router.post('/household/members', async (req, res) => {
    const member = requireMember(req);
    const form = readForm(req, membersForm);
    if (!form.ok) return wrong(req, res, form.errors);
    const refusal = await delicateRefusal(deps, req, member.user, form.data.password);
    if (refusal) return wrong(req, res, { password: refusal });
    try {
      const text = await act(member, form.data.act);
      await goToWith(req, res, form.data.act === 'leave' ? '/' : '/household', { type: 'success', text });
    } catch (error) {
      if (error instanceof NotAMember) throw new NotFound();
      if (!(error instanceof LastOwner)) throw error;
      await wrong(req, res, { '': 'A household needs an owner. Make another member an owner first.' });
    }
  });

  router.post('/household/current', async (req, res) => {
    const { user } = requireMember(req);
    const form = readForm(req, currentHouseholdForm);
    if (!form.ok) return wrong(req, res, form.errors);
    const chosen = (await listHouseholdsOf(db, user.id)).find(({ id }) => id === form.data.household_id);
    if (!chosen) throw new NotFound();
    await setCurrentHousehold(db, user.id, chosen.id);
    await goToWith(req, res, safeReturnTo(form.data.return_to), {
      type: 'success',
      text: `You now see ${chosen.name}.`,
    });
  });

  return router;

  /** Does what the button says. @returns it in words */
  async function act(member: Member, pressed: string): Promise<string> {
    if (pressed === 'leave') {
      await leave(db, member, clock.now());
      await deps.keptForms.forgetAllOf(member.user.id, member.household.id);
      return `You have left ${member.household.name}.`;
    }
    const [what, id] = pressed.split('_');
    if (what === 'remove') {
      const user = await removeMember(db, member, Number(id), clock.now());
      await deps.keptForms.forgetAllOf(user.id, member.household.id);
      return `${calledName(user)} is no longer a member.`;
    }
    const user = await changeRole(db, member, Number(id), what === 'owner' ? 'owner' : 'member');
    return `${calledName(user)} is now ${what === 'owner' ? 'an owner' : 'a member'}.`;
  }

  async function householdPage(req: Request) {
    const { user, household } = requireMember(req);
    return {
      title: household.name,
      members: (await listMembers(db, household.id)).toSorted(byCalledName),
      households: await listHouseholdsOf(db, user.id),
      isOwner: await isOwner(db, { user, household }),
      asksPassword: asksPassword(req, clock),
    };
  }

  async function wrong(req: Request, res: Response, errors: Errors): Promise<void> {
    await refuse(req, res, 'households/show', { ...(await householdPage(req)), errors, values: {} });
  }
}

function byCalledName(one: HouseholdMember, other: HouseholdMember): number {
  return byName({ name: calledName(one) }, { name: calledName(other) });
}
