import type { Request, Response } from 'express';
import type { Deps } from '../../deps.js';
import { stepAddress } from '../../drafts/pages/open-draft.js';
import { noteBegun } from '../../drafts/rows/begun-here.js';
import { discardDraft, keepTyped, saveStep, startDraft } from '../../drafts/rows/change-draft.js';
import { type Draft, drawnFrom, isDone } from '../../drafts/rows/draft.js';
import { findStartedBy, listOwnDrafts } from '../../drafts/rows/draft.repository.js';
import { memberScope } from '../../drafts/rows/draft-scope.js';
import { requireMember } from '../../members/current-member.js';
import type { Member } from '../../members/member.js';
import { findPlace } from '../../places/place.repository.js';
import type { NewFlash } from '../../session/flash.js';
import { onceKey } from '../../web/idempotency-key.js';
import { goTo, goToWith } from '../../web/page.js';
import { PUT_AWAY } from './put-away.kind.js';
import { type Line, type NewLine, relisted } from './put-away.lines.js';

/** What an entry begins with. */
export interface Beginning {
  lines: NewLine[];
  /** Where somebody stands, if that is known. */
  placeId?: number | undefined;
  /** The token of the form. */
  once?: string | undefined;
  /** An open entry to discard for this one. */
  instead?: string | undefined;
}

/**
 * Begins an entry with what the box says, and goes on to its lines. The same form sent again leads to the same entry;
 * what was kept when its page was left is taken up.
 * @throws TooManyDrafts
 */
export async function beginEntry(
  deps: Deps,
  req: Request,
  res: Response,
  { lines, placeId, once, instead }: Beginning,
  tell?: Pick<NewFlash, 'text' | 'list'>,
): Promise<void> {
  const member = requireMember(req);
  const scope = scopeFor(member);
  const kept = once === undefined ? undefined : await findStartedBy(deps.db, scope, once);
  const open = kept && !isDone(kept, 'foods') ? kept : undefined;
  const draft = open
    ? await listIn(deps, member, open, lines)
    : await startAnew(deps, member, { lines, placeId, once, instead });
  await noteBegun(req, draft.id);
  const address = stepAddress(PUT_AWAY, draft);
  if (tell) return goToWith(req, res, address, { type: 'info', ...tell });
  goTo(res, address);
}

/** Keeps what was typed into the box when its page is left. @throws TooManyDrafts */
export async function keepBox(
  deps: Deps,
  req: Request,
  { placeId, once, values }: Pick<Beginning, 'placeId' | 'once'> & { values: Record<string, string> },
): Promise<void> {
  const member = requireMember(req);
  const scope = scopeFor(member);
  const draft = await startDraft(
    deps.db,
    scope,
    { steps: [], keys: await keysFor(deps, member, placeId), once },
    deps.clock,
  );
  if (isDone(draft, 'foods')) return;
  await keepTyped(deps.db, scope, draft.id, { step: 'foods', values }, deps.clock);
  await noteBegun(req, draft.id);
}

async function startAnew(
  deps: Deps,
  member: Member,
  { lines, placeId, once, instead }: Beginning,
): Promise<Draft> {
  const { db, clock } = deps;
  const scope = scopeFor(member);
  if (instead !== undefined) await discardOther(deps, member, instead);
  const steps = [{ step: 'foods', fields: relisted([], lines, 1) }];
  const key = onceKey(once, member.user.id, [lines, placeId]);
  const keys = await keysFor(deps, member, placeId);
  return startDraft(db, scope, { steps, keys, once: key }, clock);
}

/** Discards an open entry of any kind. */
async function discardOther({ db, clock }: Deps, { user }: Member, id: string): Promise<void> {
  const other = (await listOwnDrafts(db, user.id)).find((draft) => draft.id === id);
  if (!other) return;
  const scope = { kind: { name: other.kind, steps: [] }, owner: user.id, begunHere: [] };
  await discardDraft(db, scope, id, clock);
}

async function listIn({ db, clock }: Deps, member: Member, draft: Draft, lines: NewLine[]): Promise<Draft> {
  const fields: Line[] = relisted([], lines, draft.version);
  const change = { step: 'foods', fields, drawnFrom: drawnFrom(PUT_AWAY, draft, 'foods') };
  const saved = await saveStep(db, scopeFor(member), draft.id, change, clock);
  return saved.outcome === 'gone' ? draft : saved.draft;
}

async function keysFor(
  { db }: Deps,
  member: Member,
  placeId: number | undefined,
): Promise<Record<string, number>> {
  const place = placeId === undefined ? undefined : await findPlace(db, member, placeId);
  return place ? { place_id: place.id } : {};
}

function scopeFor(member: Member) {
  return { ...memberScope(PUT_AWAY, member), household: member.household.id };
}
