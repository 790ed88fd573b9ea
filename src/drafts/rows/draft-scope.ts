import type { Request } from 'express';
import { memberOf } from '../../members/current-member.js';
import type { Member } from '../../members/member.js';
import { SignInRequired } from '../../web/errors.js';
import { begunHere } from './begun-here.js';
import type { DraftRules } from './draft.js';
import type { DraftKind } from './draft-kind.js';

/** The drafts that somebody can find: a draft is only ever found by its kind, and by whose it is. */
export interface DraftScope {
  kind: DraftRules;
  /** Null while nobody is signed in. */
  owner: number | null;
  /** Ids in this browser's session: by these, and no other way, a draft of nobody is found. */
  begunHere: readonly string[];
  /** The household that they are for; whichever, where none is named. */
  household?: number;
}

/** The drafts of a kind that a member can open. */
export function scopeOf(kind: DraftKind, { user, household }: Member): DraftScope & { owner: number } {
  const own = { kind, owner: user.id, begunHere: [] };
  return kind.fromOutside ? own : { ...own, household: household.id };
}

/**
 * The drafts of a kind that whoever asks can put aside, for whichever household; where the kind comes from outside,
 * those of nobody too, as far as they were begun in this browser.
 * @throws SignInRequired
 */
export function scopeFor(kind: DraftKind, req: Request): DraftScope {
  const owner = memberOf(req)?.user.id ?? null;
  if (owner === null && !kind.fromOutside) throw new SignInRequired();
  return { kind, owner, begunHere: kind.fromOutside ? begunHere(req) : [] };
}
