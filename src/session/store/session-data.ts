import 'express-session';
import { z } from 'zod';

const text = z.string();

/** What waits for the page that it is for. */
export const flashMessage = z.object({
  type: z.enum(['success', 'error', 'info']),
  text,
  /** The page that shows it, a path. */
  page: text,
  /** Where a POST undoes what the message tells of. */
  undo: z.object({ action: text, label: text }).optional(),
  /** A page where the person may go on with what the message tells of; the context is for those who only listen. */
  link: z.object({ href: text, label: text, context: text.optional() }).optional(),
  /** What a POST may do next about what the message tells of. */
  also: z.object({ action: text, label: text, fields: z.record(text, text) }).optional(),
  /** What the text tells of in short, a line each. */
  list: z.object({ label: text, lines: z.array(text) }).optional(),
  /** The field that the person goes on with, if there is one. */
  focus: text.optional(),
  /** When it was left, in milliseconds since 1970. */
  at: z.number(),
});
export type FlashMessage = z.output<typeof flashMessage>;

/** What a session holds; a part that is built on sessions declares its own share beside it. Kept as JSON. */
declare module 'express-session' {
  interface SessionData {
    user_id: number;
    /** When this browser signed in, ISO 8601 UTC. */
    signed_in_at: string;
    /** When the session's id was renewed last, ISO 8601 UTC; never since the sign-in when there is none. */
    id_since: string;
    /** When the password was last given here, ISO 8601 UTC. */
    password_at: string;
    /** The key of the session whose place this one took. */
    follows: string;
    /** What was signed in with, in words. */
    device: string;
    /** Messages that wait for their page, each a FlashMessage as JSON, by the key in its address. */
    flash: Record<string, string[]>;
  }
}
