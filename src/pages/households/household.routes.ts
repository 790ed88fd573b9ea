import { type Request, type Response, Router } from 'express';
import type { AccountDeps } from '../../accounts/account-deps.js';
import { cityOf, timeZoneChoices } from '../../calendar/time-zones.js';
import { requireMember } from '../../members/current-member.js';
import { changeable, findHousehold, updateHousehold } from '../../members/household.repository.js';
import type { Household } from '../../members/member.js';
import { asDrawn, ChangedMeanwhile, drawnWith } from '../../merged-edit.js';
import { readForm, type Values } from '../../web/form.js';
import { goToWith, page, refuse } from '../../web/page.js';
import { householdForm } from './household.form.js';
import { invitationRoutes } from './invitation.routes.js';
import { memberRoutes } from './member.routes.js';
import { signInLinkRoutes } from './sign-in-link.routes.js';

export function householdRoutes(deps: AccountDeps): Router {
  const { db } = deps;
  const router = Router();

  router.get('/household/edit', async (req, res) => {
    await page(req, res, 'households/edit', editPage(drawn(requireMember(req).household)));
  });

  router.post('/household/edit', async (req, res) => {
    const member = requireMember(req);
    const form = readForm(req, householdForm);
    if (!form.ok) return refuse(req, res, 'households/edit', { ...editPage(form.values), ...form });
    const { name, time_zone: timeZone, date_order: dateOrder, was } = form.data;
    try {
      await updateHousehold(db, member, { name, timeZone, dateOrder }, drawnWith(was));
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      return changedMeanwhile(req, res, form.values);
    }
    await goToWith(req, res, '/household', { type: 'success', text: 'The household is changed.' });
  });

  router.use(memberRoutes(deps), signInLinkRoutes(deps), invitationRoutes(deps));
  return router;

  async function changedMeanwhile(req: Request, res: Response, typed: Values) {
    const now = await findHousehold(db, requireMember(req).household.id);
    const title = `${now.name} was changed meanwhile`;
    const conflict = { ...now, city: cityOf(now.timeZone) };
    const data = { ...editPage({ ...typed, was: drawn(now).was }), title, conflict };
    await page(req, res, 'households/edit', data, 409);
  }
}

function drawn(household: Household) {
  const { name, timeZone, dateOrder } = household;
  return { name, time_zone: timeZone, date_order: dateOrder, was: asDrawn(changeable(household)) };
}

function editPage(values: Values) {
  return { title: 'Edit the household', values, timeZones: timeZoneChoices(values.time_zone ?? '') };
}
