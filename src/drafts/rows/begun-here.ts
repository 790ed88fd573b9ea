import type { Request } from 'express';
import { z } from 'zod';
import type { Database } from '../../database/database.js';
import { unlessBusy } from '../../database/when-free.js';
import { changeSession } from '../../session/change-session.js';
import { isSignedIn } from '../../session/sign-in.js';
import type { SessionPart } from '../../session/store/session-part.js';
import { adoptDrafts } from './draft.repository.js';

declare module 'express-session' {
  interface SessionData {
    /** The newest first. */
    drafts: string[];
  }
}

/** More than a person can have open or put aside. */
const IDS_AT_MOST = 20;

const ids = z.array(z.string());

/** The ids of the drafts begun in this browser; they are kept at sign-in. */
export const DRAFTS_BEGUN: SessionPart<'drafts'> = {
  name: 'drafts',
  read: (stored) => ids.safeParse(stored).data,
  atSignIn: (begun) => begun,
};

export function begunHere(req: Request): readonly string[] {
  return req.session.drafts ?? [];
}

/**
 * Notes that a draft was begun in this browser: the only way to a draft without an owner.
 * @throws SessionGone
 */
export async function noteBegun(req: Request, id: string): Promise<void> {
  if (begunHere(req).includes(id)) return;
  const change = changeBegun(req, (others) => [id, ...others].slice(0, IDS_AT_MOST), id);
  await (isSignedIn(req) ? unlessBusy(change) : change);
}

/** Forgets a draft that is done. @throws SessionGone */
export async function forgetBegun(req: Request, id: string): Promise<void> {
  if (begunHere(req).includes(id)) await unlessBusy(changeBegun(req, (others) => others, id));
}

function changeBegun(req: Request, change: (others: string[]) => string[], id: string): Promise<void> {
  return changeSession(req, (session) => {
    session.drafts = change((session.drafts ?? []).filter((one) => one !== id));
  });
}

/** Gives what was begun here by nobody to the user who signed in. */
export function adoptBegun(db: Database, req: Request, owner: number): Promise<void> {
  return adoptDrafts(db, begunHere(req), owner);
}
