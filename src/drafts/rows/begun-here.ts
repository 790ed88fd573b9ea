import type { Request } from 'express';
import { z } from 'zod';
import type { Database } from '../../database/database.js';
import { changeSession } from '../../session/change-session.js';
import type { SessionPart } from '../../session/store/session-part.js';
import { adoptDrafts } from './draft.repository.js';

declare module 'express-session' {
  interface SessionData {
    /** Ids of the unfinished entries that were begun in this browser, the newest first. */
    drafts: string[];
  }
}

/** More than anybody has open at once, with those put aside. */
const IDS_AT_MOST = 20;

const ids = z.array(z.string());

/** What a session holds of drafts: their ids, which cross a sign-in. The rest is in their rows. */
export const DRAFTS_BEGUN: SessionPart<'drafts'> = {
  name: 'drafts',
  read: (stored) => ids.safeParse(stored).data,
  atSignIn: (begun) => begun,
};

export function begunHere(req: Request): readonly string[] {
  return req.session.drafts ?? [];
}

/** Notes that a draft was begun in this browser. @throws SessionGone */
export async function noteBegun(req: Request, id: string): Promise<void> {
  if (begunHere(req).includes(id)) return;
  await changeSession(req, (session) => {
    const others = (session.drafts ?? []).filter((one) => one !== id);
    session.drafts = [id, ...others].slice(0, IDS_AT_MOST);
  });
}

/** Forgets a draft that is done. @throws SessionGone */
export async function forgetBegun(req: Request, id: string): Promise<void> {
  if (!begunHere(req).includes(id)) return;
  await changeSession(req, (session) => {
    session.drafts = (session.drafts ?? []).filter((one) => one !== id);
  });
}

/** Makes what was begun in this browser while nobody was signed in theirs who has just signed in. */
export function adoptBegun(db: Database, req: Request, owner: number): Promise<void> {
  return adoptDrafts(db, begunHere(req), owner);
}
