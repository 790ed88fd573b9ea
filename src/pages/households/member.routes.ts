import { type Request, type Response, Router } from 'express';
import type { AccountDeps } from '../../accounts/account-deps.js';
import { asksPassword, delicateRefusal } from '../../accounts/own-password.js';
import { changeRole, LastOwner, leave, NotAMember, removeMember } from '../../households/change-members.js';
import { requireMember } from '../../members/current-member.js';
import { calledName, type Member } from '../../members/member.js';
import { listHouseholdsOf } from '../../members/membership.repository.js';
import { setCurrentHousehold } from '../../members/user.repository.js';
import { NotFound } from '../../web/errors.js';
import { type Errors, readForm } from '../../web/form.js';
import { goToWith, page, refuse } from '../../web/page.js';
import { safeReturnTo } from '../../web/return-to.js';
import { currentHouseholdForm, membersForm } from './household.form.js';
import { householdPage, leavePage, memberPage, removePage } from './member.view.js';

const NO_OWNER = 'A household needs an owner. Make somebody else an owner first.';

/** Who shares the household: a page for each, and pages that ask before what can't be undone. */
export function memberRoutes(deps: AccountDeps): Router {
  const { db, clock } = deps;
  const router = Router();

  router.get('/household', async (req, res) => {
    await page(req, res, 'households/show', await householdPage(deps, requireMember(req)));
  });

  router.get('/household/leave', async (req, res) => {
    await page(req, res, 'households/leave', {
      ...(await leavePage(deps, requireMember(req))),
      ...asks(req),
    });
  });

  router.get('/household/members/:id', async (req, res) => {
    const shown = await memberPage(deps, requireMember(req), req.params.id);
    await page(req, res, 'households/member', { ...shown, ...asks(req) });
  });

  router.get('/household/members/:id/remove', async (req, res) => {
    const shown = await removePage(deps, requireMember(req), req.params.id);
    await page(req, res, 'households/remove', { ...shown, ...asks(req) });
  });

  router.post('/household/members', async (req, res) => {
    const member = requireMember(req);
    const form = readForm(req, membersForm);
    if (!form.ok) {
      const values = {};
      return refuse(req, res, 'households/show', { ...(await householdPage(deps, member)), ...form, values });
    }
    const refusal = await delicateRefusal(deps, req, member.user, form.data.password);
    if (refusal) return again(req, res, form.data.act, { password: refusal });
    try {
      const text = await act(member, form.data.act);
      await goToWith(req, res, form.data.act === 'leave' ? '/' : '/household', { type: 'success', text });
    } catch (error) {
      if (error instanceof NotAMember) throw new NotFound();
      if (!(error instanceof LastOwner)) throw error;
      await again(req, res, form.data.act, { '': NO_OWNER });
    }
  });

  router.post('/household/current', async (req, res) => {
    const member = requireMember(req);
    const form = readForm(req, currentHouseholdForm);
    if (!form.ok) {
      const values = {};
      return refuse(req, res, 'households/show', { ...(await householdPage(deps, member)), ...form, values });
    }
    const all = await listHouseholdsOf(db, member.user.id);
    const chosen = all.find(({ id }) => id === form.data.household_id);
    if (!chosen) throw new NotFound();
    await setCurrentHousehold(db, member.user.id, chosen.id);
    await goToWith(req, res, safeReturnTo(form.data.return_to), {
      type: 'success',
      text: `You now see ${chosen.name}.`,
    });
  });

  return router;

  function asks(req: Request) {
    return { asksPassword: asksPassword(req, clock) };
  }

  /** Does what the button says. @returns it in words */
  async function act(member: Member, pressed: string): Promise<string> {
    if (pressed === 'leave') {
      await leave(deps, member, clock.now());
      return `You have left ${member.household.name}.`;
    }
    const [what, id] = pressed.split('_');
    if (what === 'remove') {
      const user = await removeMember(deps, member, Number(id), clock.now());
      return `${calledName(user)} is no longer a member.`;
    }
    const user = await changeRole(db, member, Number(id), what === 'owner' ? 'owner' : 'member');
    return `${calledName(user)} is now ${what === 'owner' ? 'an owner' : 'a member'}.`;
  }

  /** The page that the button stands on, with what is wrong. */
  async function again(req: Request, res: Response, pressed: string, errors: Errors): Promise<void> {
    const member = requireMember(req);
    const [what = '', id = ''] = pressed.split('_');
    const wrong = { ...asks(req), errors, values: {} };
    if (what === 'leave')
      return refuse(req, res, 'households/leave', { ...(await leavePage(deps, member)), ...wrong });
    if (what === 'remove')
      return refuse(req, res, 'households/remove', { ...(await removePage(deps, member, id)), ...wrong });
    await refuse(req, res, 'households/member', { ...(await memberPage(deps, member, id)), ...wrong });
  }
}
