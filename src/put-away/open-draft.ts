import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import { type Draft, mayShow, nextStep } from '../drafts/draft.js';
import { type DraftScope, findDraft, reopenStep } from '../drafts/draft.store.js';
import { type DraftCommit, findDraftCommit } from '../drafts/draft-commit.repository.js';
import { requireMember } from '../people/current-member.js';
import type { Member } from '../people/person.js';
import { dayIn } from '../stock/best-before.js';
import { findPlace } from '../stock/place.repository.js';
import type { Place } from '../stock/stock.js';
import { NotFound } from '../web/errors.js';
import { typedValues } from '../web/form.js';
import { goTo, goToWith, page } from '../web/page.js';
import { PUT_AWAY, placeIdOf } from './put-away.kind.js';
import { alreadyPage } from './put-away.view.js';

export interface OpenDraft {
  member: Member;
  scope: DraftScope;
  draft: Draft;
}

/** The draft was committed: its steps can't be gone through again. */
export class AlreadyPutAway extends Error {
  constructor(readonly commit: DraftCommit) {
    super('The draft was put away already');
  }
}

/** An earlier step has to be done first. */
class NotYet extends Error {
  constructor(readonly address: string) {
    super('An earlier step comes first');
  }
}

/** The pending place was deleted, or is no longer this household's. */
export class PlaceMissing extends Error {
  constructor(readonly open: OpenDraft) {
    super('The place of the draft is gone');
  }
}

/** The drafts of this member, for this household. */
export function putAwayScope({ user, household }: Member): DraftScope {
  return { kind: PUT_AWAY, owner: user.id, household: household.id };
}

/** The address of a step of a draft. */
export function stepAddress(draft: Draft, step = nextStep(PUT_AWAY, draft) ?? 'review'): string {
  return `/put-away/${draft.id}/${step}`;
}

/**
 * The draft that the address names.
 * @throws NotFound, or what answerOpenDraft answers when it was put away already
 */
export async function openDraft(db: Database, req: Request): Promise<OpenDraft> {
  const member = requireMember(req);
  const scope = putAwayScope(member);
  const id = String(req.params.draft);
  const draft = findDraft(req, scope, id);
  if (draft) return { member, scope, draft };
  const commit = await findDraftCommit(db, scope, id);
  throw commit ? new AlreadyPutAway(commit) : new NotFound();
}

/** The draft, once every step before this one is done and the place still exists. @throws as openDraft */
export async function openDraftAt(
  db: Database,
  req: Request,
  step: 'foods' | 'details' | 'review',
): Promise<OpenDraft & { place: Place }> {
  const open = await openDraft(db, req);
  const ready = step === 'review' ? !nextStep(PUT_AWAY, open.draft) : mayShow(PUT_AWAY, open.draft, step);
  const place = await findPlace(db, open.member, placeIdOf(open.draft) ?? 0);
  if (open.draft.steps.place !== undefined && !place) throw new PlaceMissing(open);
  if (!ready || !place) throw new NotYet(stepAddress(open.draft));
  return { ...open, place };
}

/** Answers what the functions above throw. */
export function answerOpenDraft(clock: Clock): ErrorRequestHandler {
  return async (error, req, res, next) => {
    try {
      if (error instanceof NotYet) goTo(res, error.address);
      else if (error instanceof PlaceMissing) await askForPlace(error.open, req, res);
      else if (error instanceof AlreadyPutAway) {
        const { household } = requireMember(req);
        const shown = alreadyPage(error.commit, dayIn(household.timeZone, clock.now()));
        const status = req.method === 'POST' ? 409 : 200;
        await page(req, res, 'put-away/already', { ...shown, typed: typedIn(req) }, status);
      } else next(error);
    } catch (second) {
      next(second);
    }
  };
}

async function askForPlace({ scope, draft }: OpenDraft, req: Request, res: Response): Promise<void> {
  await reopenStep(req, scope, draft.id, 'place');
  await goToWith(req, res, stepAddress(draft, 'place'), {
    type: 'error',
    text: 'The place that you chose is gone. Choose another: everything else is kept.',
  });
}

function typedIn(req: Request): string[] {
  const { revision: _, ...typed } = typedValues(req.body);
  return Object.values(typed)
    .flatMap((text) => text.split('\n'))
    .filter((text) => text.trim() !== '');
}
