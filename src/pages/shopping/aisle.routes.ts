import { Router } from 'express';
import type { Deps } from '../../deps.js';
import { requireMember } from '../../members/current-member.js';
import { listAisles, moveAisle, saveAisles } from '../../shopping/aisle.repository.js';
import { AISLES } from '../../shopping/aisles.js';
import { HttpError } from '../../web/errors.js';
import { readForm } from '../../web/form.js';
import { goToWith, page } from '../../web/page.js';
import { moveForm, orderForm } from './shopping.form.js';

const HERE = '/shopping/aisles';

/** The order of the aisles, which the whole household shares. */
export function aisleRoutes({ db }: Deps): Router {
  const router = Router();

  router.get(HERE, async (req, res) => {
    const order = await listAisles(db, requireMember(req));
    const aisles = order.map((id) => ({ id, name: AISLES[id] }));
    await page(req, res, 'shopping/aisles', { title: 'Order of the aisles', aisles });
  });

  // Says beside which aisle, not how far: a second tap, or another phone's, moves it no further.
  router.post(HERE, async (req, res) => {
    const form = readForm(req, moveForm);
    if (!form.ok) throw new HttpError(400, 'This page does not know that aisle.');
    const { aisle, side, other } = form.data;
    const order = await moveAisle(db, requireMember(req), aisle, side, other);
    const text = `${AISLES[aisle]} is number ${order.indexOf(aisle) + 1} now.`;
    await goToWith(req, res, `${HERE}#aisle-${aisle}`, { type: 'success', text });
  });

  router.post(`${HERE}/order`, async (req, res) => {
    const member = requireMember(req);
    const form = readForm(req, orderForm);
    if (!form.ok) throw new HttpError(400, 'This page does not know that order.');
    const before = await listAisles(db, member);
    await saveAisles(db, member, form.data.order);
    await goToWith(req, res, HERE, {
      type: 'success',
      text: 'The order of the aisles is changed.',
      also: { action: `${HERE}/order`, label: 'Undo', fields: { order: before.join(',') } },
    });
  });

  return router;
}
