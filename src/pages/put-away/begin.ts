import { isDeepStrictEqual } from 'node:util';
import type { Deps } from '../../deps.js';
import { discardDraft, keepTyped, saveStep, startDraft } from '../../drafts/rows/change-draft.js';
import { type Draft, drawnFrom, isDone } from '../../drafts/rows/draft.js';
import { findStartedBy, listOwnDrafts } from '../../drafts/rows/draft.repository.js';
import { memberScope } from '../../drafts/rows/draft-scope.js';
import type { Member } from '../../members/member.js';
import { findPlace } from '../../places/place.repository.js';
import { onceKey } from '../../web/idempotency-key.js';
import { PUT_AWAY } from './put-away.kind.js';
import { type Line, linesOf, type NewLine, relisted } from './put-away.lines.js';

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
 * Begins an entry with what the box says. The same form sent again finds the same entry; what was kept when its page
 * was left is taken up.
 * @throws TooManyDrafts
 */
export async function beginEntry(deps: Deps, member: Member, beginning: Beginning): Promise<Draft> {
  const { lines, once, instead } = beginning;
  const kept = once === undefined ? undefined : await findStartedBy(deps.db, scopeFor(member), once);
  if (!kept || (isDone(kept, 'foods') && !isListed(kept, lines))) return startAnew(deps, member, beginning);
  if (instead !== undefined && instead !== kept.id) await discardOther(deps, member, instead);
  return isDone(kept, 'foods') ? kept : listIn(deps, member, kept, lines);
}

/** Keeps what was typed into the box when its page is left. @throws TooManyDrafts */
export async function keepBox(
  deps: Deps,
  member: Member,
  { placeId, once, values }: Pick<Beginning, 'placeId' | 'once'> & { values: Record<string, string> },
): Promise<Draft> {
  const scope = scopeFor(member);
  const start = { steps: [], keys: await keysFor(deps, member, placeId), once };
  const draft = await startDraft(deps.db, scope, start, deps.clock);
  if (!isDone(draft, 'foods')) {
    await keepTyped(deps.db, scope, draft.id, { step: 'foods', values }, deps.clock);
  }
  return draft;
}

async function startAnew(
  deps: Deps,
  member: Member,
  { lines, placeId, once, instead }: Beginning,
): Promise<Draft> {
  if (instead !== undefined) await discardOther(deps, member, instead);
  const start = {
    steps: [{ step: 'foods', fields: relisted([], lines, 1) }],
    keys: await keysFor(deps, member, placeId),
    once: onceKey(once, member.user.id, [lines, placeId]),
  };
  return startDraft(deps.db, scopeFor(member), start, deps.clock);
}

/** Discards an open entry of any kind. */
async function discardOther({ db, clock }: Deps, { user }: Member, id: string): Promise<void> {
  const other = (await listOwnDrafts(db, user.id)).find((draft) => draft.id === id);
  if (!other) return;
  const scope = { kind: { name: other.kind, steps: [] }, owner: user.id, begunHere: [] };
  await discardDraft(db, scope, id, clock);
}

/** The box was sent before. */
function isListed(draft: Draft, lines: NewLine[]): boolean {
  const listed = linesOf(draft);
  return isDeepStrictEqual(relisted(listed, lines, draft.version), listed);
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
