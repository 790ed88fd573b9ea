import { z } from 'zod';
import { entriesThat, type SessionPart } from '../session/session-part.js';
import type { Draft } from './draft.js';

declare module 'express-session' {
  interface SessionData {
    /** Unfinished multi-step entries by id, with their pending foreign keys. */
    drafts: Record<string, Draft>;
  }
}

const typed = z.record(z.string(), z.string());

/** Every field of a Draft: one that was forgotten here would not be looked at. */
const storedDraft = z.object({
  id: z.string(),
  kind: z.string(),
  owner: z.int().nullable(),
  household: z.int(),
  revision: z.int().nonnegative(),
  steps: z.record(z.string(), z.int()),
  keys: z.record(z.string(), z.int()),
  fields: z.record(z.string(), z.unknown()),
  typed: z.record(z.string(), typed).exactOptional(),
  started_at: z.iso.datetime(),
  changed_at: z.iso.datetime(),
  discarded: z.literal(true).exactOptional(),
  once: z.string().exactOptional(),
} satisfies Record<keyof Draft, z.ZodType>) satisfies z.ZodType<Draft>;

/** The drafts in a session. They cross a sign-in: those of nobody are then the user's who signed in. */
export const DRAFTS: SessionPart<'drafts'> = {
  name: 'drafts',
  read: (stored) => entriesThat(stored, isDraft),
  atSignIn: (drafts, userId) =>
    Object.fromEntries(
      Object.entries(drafts).map(([id, draft]) => [id, { ...draft, owner: draft.owner ?? userId }]),
    ),
};

/** True for what is a draft through and through. @param id the id that it has to have, if that is known */
export function isDraft(stored: unknown, id?: string): stored is Draft {
  const read = storedDraft.safeParse(stored);
  return read.success && (id === undefined || read.data.id === id);
}
