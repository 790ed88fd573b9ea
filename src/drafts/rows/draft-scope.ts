import type { Request } from 'express';
import { memberOf } from '../../members/current-member.js';
import type { Member } from '../../members/member.js';
import { SignInRequired } from '../../web/errors.js';
import { begunHere } from './begun-here.js';
import type { DraftScope } from './draft.js';
import type { DraftKind } from './draft-kind.js';

/** The drafts of a kind that a member can open. */
export function memberScope(kind: DraftKind, { user, household }: Member): DraftScope & { owner: number } {
  const own = { kind, owner: user.id, begunHere: [] };
  return kind.fromOutside ? own : { ...own, household: household.id };
}

/**
 * The drafts of a kind that whoever asks can put aside, for any household; those of nobody too, where the kind
 * comes from outside and this browser began them.
 * @throws SignInRequired
 */
export function browserScope(kind: DraftKind, req: Request): DraftScope {
  const owner = memberOf(req)?.user.id ?? null;
  if (owner === null && !kind.fromOutside) throw new SignInRequired();
  return { kind, owner, begunHere: kind.fromOutside ? begunHere(req) : [] };
}
