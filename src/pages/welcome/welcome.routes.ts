import { Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.js';
import { beginDraft } from '../../drafts/pages/begin-draft.js';
import { draftRoutes } from '../../drafts/pages/draft.routes.js';
import { stepAddress } from '../../drafts/pages/open-draft.js';
import { listDrafts } from '../../drafts/rows/draft.repository.js';
import { memberScope } from '../../drafts/rows/draft-scope.js';
import { requireMember } from '../../members/current-member.js';
import { readForm } from '../../web/form.js';
import { onceField, onceToken } from '../../web/idempotency-key.js';
import { goTo, page } from '../../web/page.js';
import { WELCOME } from './welcome.kind.js';

const startForm = z.strictObject({ once: onceField });

/** The first-run welcome. The engine goes through its steps. */
export function welcomeRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/welcome', async (req, res) => {
    await page(req, res, 'welcome/index', { title: 'Set up your household', values: { once: onceToken() } });
  });

  router.post('/welcome', async (req, res) => {
    const form = readForm(req, startForm);
    const drafts = await listDrafts(deps.db, memberScope(WELCOME, requireMember(req)));
    // One with nothing said yet is used again.
    const begun = drafts.find(({ version }) => version === 0);
    if (begun) return goTo(res, stepAddress(WELCOME, begun));
    await beginDraft(deps, WELCOME, req, res, { steps: [], once: form.ok ? form.data.once : undefined });
  });

  router.use(draftRoutes(deps, WELCOME));
  return router;
}
