import { Router } from 'express';
import type { AccountDeps } from '../../accounts/account-deps.js';
import { timeZoneChoices } from '../../calendar/time-zones.js';
import { requireMember } from '../../members/current-member.js';
import { updateHousehold } from '../../members/household.repository.js';
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
    const { household } = requireMember(req);
    const values = { name: household.name, time_zone: household.timeZone, date_order: household.dateOrder };
    await page(req, res, 'households/edit', editPage(values));
  });

  router.post('/household/edit', async (req, res) => {
    const member = requireMember(req);
    const form = readForm(req, householdForm);
    if (!form.ok) return refuse(req, res, 'households/edit', { ...editPage(form.values), ...form });
    const { name, time_zone: timeZone, date_order: dateOrder } = form.data;
    await updateHousehold(db, member, { name, timeZone, dateOrder });
    await goToWith(req, res, '/household', { type: 'success', text: 'The household is changed.' });
  });

  router.use(memberRoutes(deps), signInLinkRoutes(deps), invitationRoutes(deps));
  return router;
}

function editPage(values: Values) {
  return { title: 'Edit the household', values, timeZones: timeZoneChoices(values.time_zone ?? '') };
}
