import { isDeepStrictEqual } from 'node:util';
import { type Request, type Response, Router } from 'express';
import type { Deps } from '../deps.js';
import { copyDraft, removeDraft } from '../drafts/draft.store.js';
import { commitOnce, type DraftCommit } from '../drafts/draft-commit.repository.js';
import { dayIn } from '../stock/best-before.js';
import { addPutAway, PlaceGone } from '../stock/item.repository.js';
import { undoLink } from '../stock/journal.repository.js';
import type { Place } from '../stock/stock.js';
import { found } from '../web/errors.js';
import { readForm } from '../web/form.js';
import { goTo, goToWith, page } from '../web/page.js';
import {
  AlreadyPutAway,
  type OpenDraft,
  openDraft,
  openDraftAt,
  PlaceMissing,
  stepAddress,
} from './open-draft.js';
import { revisionForm } from './put-away.form.js';
import { contentsOf, type PutAwayContent } from './put-away.kind.js';
import { alreadyPage, shownContents, stepsOf } from './put-away.view.js';

type PlacedDraft = OpenDraft & { place: Place };

/** The last steps: review, and commit once. */
export function finishRoutes({ db, clock }: Deps): Router {
  const router = Router();

  router.get('/put-away/:draft/review', async (req, res) => {
    await page(req, res, 'put-away/review', reviewPage(await openDraftAt(db, req, 'review')));
  });

  router.post('/put-away/:draft/commit', async (req, res) => {
    const form = readForm(req, revisionForm);
    const sent = form.ok ? form.data.revision : undefined;
    const open = await openDraftAt(db, req, 'review').catch((error: unknown) => {
      // The same review sent twice: the second one goes where the first one went.
      if (error instanceof AlreadyPutAway && putAway(error.commit).revision === sent) return error.commit;
      throw error;
    });
    if (!('draft' in open)) return goToResult(req, res, open);
    if (sent !== open.draft.revision) {
      return page(req, res, 'put-away/review', { ...reviewPage(open), changed: true }, 409);
    }
    const commit = await commitDraft(open);
    if (!isDeepStrictEqual(putAway(commit).items, contentsOf(open.draft))) {
      const yours = shownContents(contentsOf(open.draft), todayFor(open));
      return page(
        req,
        res,
        'put-away/already',
        { ...alreadyPage(commit, todayFor(open)), yours, draft: open.draft },
        409,
      );
    }
    await removeDraft(req, open.scope, open.draft.id);
    await goToResult(req, res, commit);
  });

  router.post('/put-away/:draft/again', async (req, res) => {
    const { scope, draft } = await openDraft(db, req);
    goTo(res, stepAddress(found(await copyDraft(req, scope, draft.id, clock))));
  });

  return router;

  async function commitDraft(open: PlacedDraft): Promise<DraftCommit> {
    const { member, scope, draft, place } = open;
    const items = contentsOf(draft);
    const content: PutAwayContent = { placeName: place.name, revision: draft.revision, items };
    try {
      return await commitOnce(db, scope, draft.id, content, clock, async (trx) => ({
        actionId: await addPutAway(trx, member, place.id, items, clock.now()),
        resultAddress: `/places/${place.id}`,
      }));
    } catch (error) {
      if (error instanceof PlaceGone) throw new PlaceMissing(open);
      throw error;
    }
  }

  function reviewPage(open: PlacedDraft) {
    const { draft, place } = open;
    const lines = shownContents(contentsOf(draft), todayFor(open));
    return { title: 'Is this right?', draft, place, lines, steps: stepsOf(draft, 'review') };
  }

  function todayFor({ member }: OpenDraft) {
    return dayIn(member.household.timeZone, clock.now());
  }
}

async function goToResult(req: Request, res: Response, commit: DraftCommit): Promise<void> {
  const { placeName, items } = putAway(commit);
  await goToWith(req, res, commit.resultAddress, {
    type: 'success',
    text: `${items.length === 1 ? '1 item is' : `${items.length} items are`} put away in ${placeName}.`,
    undo: commit.actionId === null ? undefined : undoLink(commit.actionId),
  });
}

function putAway(commit: DraftCommit): PutAwayContent {
  return commit.content as PutAwayContent;
}
