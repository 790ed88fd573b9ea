import type { ErrorRequestHandler, Request, Response } from 'express';
import { listOwnDrafts } from '../drafts/rows/draft.repository.js';
import type { DraftDeps } from '../drafts/rows/draft-kind.js';
import { findRemoval, type Removal } from '../history/removal.repository.js';
import { removedBy } from '../history/removal.words.js';
import { findHouseholdWith, findItemNames } from '../history/whose-row.repository.js';
import { SUBJECTS, undoLink } from '../journal/journal.repository.js';
import { memberOf } from '../members/current-member.js';
import type { Household, Member } from '../members/member.js';
import { listHouseholdsOf } from '../members/membership.repository.js';
import { listPlaces } from '../places/place.repository.js';
import { NotFound } from '../web/errors.js';
import { typedValues, type Values } from '../web/form.js';
import { ROW_ID } from '../web/ids.js';
import { page, type TypedBefore } from '../web/page.js';
import { pageOf } from './form-page.js';
import { fits } from './kept-values.js';
import { NOT_SENT } from './other-household.js';
import { itemsIn, typedInWords } from './typed-in-words.js';

type Needs = Pick<DraftDeps, 'db' | 'clock' | 'keptForms' | 'draftKinds'>;

/**
 * Tells a member that a page is another household's of theirs, or who removed a row, and keeps what was typed. A
 * stranger to the row learns nothing.
 */
export function explainMissing(needs: Needs): ErrorRequestHandler {
  return async (error, req, res, next) => {
    const member = memberOf(req);
    if (!(error instanceof NotFound) || !member) return next(error);
    try {
      const household = req.method === 'GET' ? await otherHouseholdOf(needs, member, req) : undefined;
      if (household) return await showElsewhere(req, res, household);
      const values = typedIn(req, res);
      const typed = typedInWords(values, await findItemNames(needs.db, member.user, itemsIn(values)));
      if (typed.length === 0) {
        const removal = req.method === 'GET' ? await removalOf(needs, member, req) : undefined;
        return removal ? await showRemoved(needs, member, req, res, removal) : next(error);
      }
      // This page shows it itself, without a form.
      delete res.locals.typedBefore;
      await showGone(needs, member, req, res, { values, typed });
    } catch (second) {
      next(second);
    }
  };
}

async function otherHouseholdOf(
  { db, draftKinds }: Needs,
  { user, household }: Member,
  req: Request,
): Promise<Pick<Household, 'id' | 'name'> | undefined> {
  const row = rowIn(req.path);
  const found = row ? await findHouseholdWith(db, user, row.subject, row.id) : await ofDraft();
  return found?.id === household.id ? undefined : found;

  async function ofDraft() {
    const kind = draftKinds.find(({ address }) => req.path.startsWith(`${address}/`));
    const id = kind && req.path.slice(kind.address.length + 1).split('/')[0];
    const drafts = await listOwnDrafts(db, user.id);
    const draft = drafts.find((one) => one.id === id && one.kind === kind?.name);
    return draft && (await listHouseholdsOf(db, user.id)).find((one) => one.id === draft.household);
  }
}

async function showElsewhere(req: Request, res: Response, other: Pick<Household, 'id' | 'name'>) {
  await page(req, res, 'kept-forms/elsewhere', { title: `This is in ${other.name}`, other }, 404);
}

async function showGone(
  { db, keptForms }: Needs,
  member: Member,
  req: Request,
  res: Response,
  { values, typed }: { values: Values; typed: ReturnType<typeof typedInWords> },
): Promise<void> {
  const removal = await removalOf({ db }, member, req);
  if (!removal) return page(req, res, 'kept-forms/gone', { title: 'There is nothing here', typed }, 404);
  const address = pageOf(req);
  const form = { owner: member.user.id, page: address, values, household: String(member.household.id) };
  const key = fits(values) ? await keptForms.keep({ ...form, note: NOT_SENT }) : undefined;
  const back = key ? `${address}?kept=${key}` : address;
  const { name, actionId } = removal;
  const title = `${name} was deleted meanwhile`;
  const restore = { action: undoLink(actionId).action, what: name, back };
  const places = /\/items$/.test(req.path) ? await listPlaces(db, member) : [];
  await page(
    req,
    res,
    'kept-forms/gone',
    { title, typed, restore, places, fields: Object.entries(values) },
    409,
  );
}

async function showRemoved(
  { clock }: Pick<Needs, 'clock'>,
  member: Member,
  req: Request,
  res: Response,
  removal: Removal & Row,
): Promise<void> {
  const { subject, id, name, actionId } = removal;
  const title = `${name} is no longer there`;
  const restore = {
    action: undoLink(actionId).action,
    what: name,
    back: subject === 'item' ? `/items/${id}/edit` : req.path,
  };
  const history = subject === 'place' ? undefined : `/${PAGES[subject]}/${id}/journal`;
  const by = removedBy(subject, removal, member, clock.now());
  await page(req, res, 'kept-forms/removed', { title, removedBy: by, restore, history }, 404);
}

async function removalOf(
  { db }: Pick<Needs, 'db'>,
  member: Member,
  req: Request,
): Promise<(Removal & Row) | undefined> {
  const row = rowIn(req.path);
  const removal = row && (await findRemoval(db, member, row.subject, row.id));
  return row && removal && { ...row, ...removal };
}

const PAGES = { place: 'places', item: 'items', food: 'foods' } as const;

interface Row {
  subject: keyof typeof PAGES;
  id: number;
}

function rowIn(path: string): Row | undefined {
  const [, start, id = ''] = /^\/(\w+)\/([^/]+)/.exec(path) ?? [];
  const subject = SUBJECTS.find((one) => PAGES[one] === start);
  return subject && ROW_ID.test(id) ? { subject, id: Number(id) } : undefined;
}

/** What was sent now, or waits to be shown again. */
function typedIn(req: Request, res: Response): Values {
  const before: TypedBefore | undefined = res.locals.typedBefore;
  return before?.values ?? typedValues(req.body);
}
