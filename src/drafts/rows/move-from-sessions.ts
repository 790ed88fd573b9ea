import { z } from 'zod';
import { type Database, isForeignKeyViolation } from '../../database/database.js';
import { objectsHeld, replaceHeld, type SessionFile } from '../../session/store/sqlite/held-in-sessions.js';
import { DRAFTS_BEGUN } from './begun-here.js';
import { type Draft, newMark } from './draft.js';
import { hasDraft, insertDraft, setDraftState } from './draft.repository.js';

const whole = z.record(z.string(), z.unknown());
const strings = z.record(z.string(), z.string());

/** A draft as sessions held it, before drafts were rows. */
const heldBefore = z.object({
  id: z.string(),
  kind: z.string(),
  owner: z.int().nullable(),
  household: z.int(),
  revision: z.int().nonnegative(),
  steps: z.record(z.string(), z.int()),
  keys: z.record(z.string(), z.int()),
  fields: whole,
  typed: z.record(z.string(), strings).default({}),
  changed_at: z.iso.datetime(),
  discarded: z.literal(true).optional(),
});
type HeldBefore = z.output<typeof heldBefore>;

/**
 * Makes rows of the drafts that sessions held in an older Larder; the second time there is nothing to do.
 * @param sessions the open session file
 */
export async function moveDraftsFromSessions(db: Database, sessions: SessionFile): Promise<void> {
  for (const { sid, held } of objectsHeld(sessions, DRAFTS_BEGUN.name)) {
    const drafts = Object.values(whole.parse(held)).flatMap((one) => heldBefore.safeParse(one).data ?? []);
    for (const draft of drafts) await insert(db, draft);
    replaceHeld(
      sessions,
      sid,
      DRAFTS_BEGUN.name,
      drafts.map(({ id }) => id),
    );
  }
}

/** Skips one that is there already, or whose household or owner is gone. */
async function insert(db: Database, held: HeldBefore): Promise<void> {
  const { id, kind, owner, household, revision, keys, fields, typed } = held;
  const steps = Object.fromEntries(
    Object.keys(held.steps).map((name) => [name, { mark: newMark(), isDone: true }]),
  );
  const draft: Draft = {
    ...{ id, kind, owner, household, keys, fields, typed, steps },
    ...{ revision: newMark(), version: revision },
  };
  try {
    if (await hasDraft(db, id)) return;
    await insertDraft(db, draft, undefined, new Date(held.changed_at));
    const scope = { kind: { name: kind, steps: [] }, owner, begunHere: [id] };
    if (held.discarded) await setDraftState(db, scope, id, ['open', 'discarded'], new Date(held.changed_at));
  } catch (error) {
    if (!isForeignKeyViolation(error)) throw error;
  }
}
