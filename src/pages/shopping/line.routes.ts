import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.js';
import { requireMember } from '../../members/current-member.js';
import { aislesOf, chooseAisle } from '../../shopping/aisle.repository.js';
import { AISLES } from '../../shopping/aisles.js';
import type { ShoppingLine } from '../../shopping/shopping.js';
import { findShoppingLine } from '../../shopping/shopping.repository.js';
import { editLine, isOnList, removeLines, restoreLines } from '../../shopping/shopping-changes.repository.js';
import { found, idFrom, idsFrom, NotFound } from '../../web/errors.js';
import { readForm, refused, type Values } from '../../web/form.js';
import { goToWith, page, refuse } from '../../web/page.js';
import { lineForm, valuesOf, wantedIn } from './shopping.form.js';
import { movedText, offListText, shownLine } from './shopping.view.js';

const TAKEN = 'That is on the list already. Change that line, or take this one off.';

export function lineRoutes({ db, clock }: Deps): Router {
  const router = Router();

  router.get('/shopping/:id/edit', async (req, res) => {
    const line = await lineAsked(req);
    if (!isOnList(line)) return tellOffList(req, res, line);
    const [aisle = 'other'] = await aislesOf(db, requireMember(req), [line.name]);
    await page(req, res, 'shopping/edit', editPage(line, valuesOf(line, aisle)));
  });

  router.post('/shopping/:id', async (req, res) => {
    const line = await lineAsked(req);
    const form = readForm(req, lineForm);
    if (!form.ok) return refuse(req, res, 'shopping/edit', { ...editPage(line, form.values), ...form });
    const member = requireMember(req);
    const { revision, name, aisle, aisle_was: aisleWas } = form.data;
    switch (await editLine(db, member, line.id, wantedIn(form.data), revision)) {
      case 'gone':
        return tellOffList(req, res, line);
      case 'changed meanwhile':
        return changedMeanwhile(req, res, form.values);
      case 'name taken':
        return refuse(req, res, 'shopping/edit', {
          ...editPage(line, form.values),
          ...refused(form, { name: TAKEN }),
        });
      case 'edited':
        if (aisle && aisle !== aisleWas) await chooseAisle(db, member, name, aisle);
        return goToWith(req, res, '/shopping', { type: 'success', text: `${name} is changed.` });
    }
  });

  router.post('/shopping/:ids/delete', async (req, res) => {
    const ids = idsFrom(req.params.ids);
    await tellRemoved(req, res, await removeLines(db, requireMember(req), ids, clock.now()));
  });

  // Takes off without putting away: only lines that are still ticked.
  router.post('/shopping/:ids/clear', async (req, res) => {
    const ids = idsFrom(req.params.ids);
    await tellRemoved(req, res, await removeLines(db, requireMember(req), ids, clock.now(), ['ticked']));
  });

  router.post('/shopping/:ids/restore', async (req, res) => {
    const restored = await restoreLines(db, requireMember(req), idsFrom(req.params.ids));
    const gone = restored.find(({ state }) => state === 'put away');
    if (gone) return tellOffList(req, res, gone);
    if (restored.length === 0) throw new NotFound();
    await goToWith(req, res, '/shopping', {
      type: 'success',
      text: movedText('On the list again', restored),
    });
  });

  return router;

  async function lineAsked(req: Request): Promise<ShoppingLine> {
    return found(await findShoppingLine(db, requireMember(req), idFrom(req.params.id)));
  }

  async function changedMeanwhile(req: Request, res: Response, typed: Values): Promise<void> {
    const current = await lineAsked(req);
    const values = { ...typed, revision: String(current.revision) };
    const title = `${current.name} was changed meanwhile`;
    await page(
      req,
      res,
      'shopping/edit',
      { ...editPage(current, values), title, current: shownLine(current) },
      409,
    );
  }
}

function editPage(line: ShoppingLine, values: Values) {
  return { title: `Edit ${line.name}`, line, values, aisles: Object.entries(AISLES) };
}

async function tellRemoved(req: Request, res: Response, lines: ShoppingLine[]): Promise<void> {
  if (lines.length === 0) throw new NotFound();
  await goToWith(req, res, '/shopping', {
    type: 'success',
    text: movedText('Off the list', lines),
    undo: { action: `/shopping/${lines.map(({ id }) => id).join(',')}/restore`, label: 'Undo' },
  });
}

async function tellOffList(req: Request, res: Response, line: ShoppingLine): Promise<void> {
  await goToWith(req, res, '/shopping', { type: 'info', text: offListText(line) });
}
