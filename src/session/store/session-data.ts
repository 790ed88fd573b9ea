import 'express-session';
import { z } from 'zod';

const text = z.string();

/** A message that waits for its page. */
export const flashMessage = z.object({
  type: z.enum(['success', 'error', 'info']),
  text,
  page: text,
  /** A POST that undoes what the message says. */
  undo: z.object({ action: text, label: text }).optional(),
  /** A page to go on with; the context is for screen readers. */
  link: z.object({ href: text, label: text, context: text.optional() }).optional(),
  /** A POST for what may come next. */
  also: z.object({ action: text, label: text, fields: z.record(text, text) }).optional(),
  /** A question that may be left: a POST with one of the answers. */
  ask: z.object({ action: text, question: text, name: text, answers: z.array(text) }).optional(),
  /** Details of the text, a line each. */
  list: z.object({ label: text, lines: z.array(text) }).optional(),
  /** The field to go on with. */
  focus: text.optional(),
  /** Milliseconds since 1970. */
  at: z.number(),
});
export type FlashMessage = z.output<typeof flashMessage>;

/** What a session holds, as JSON; other rooms add their parts beside their code. */
declare module 'express-session' {
  interface SessionData {
    user_id: number;
    signed_in_at: string;
    /** When the session's id was renewed last; absent when never since the sign-in. */
    id_since: string;
    password_at: string;
    /** The key of the session that this one replaced. */
    follows: string;
    device: string;
    /** FlashMessages as JSON, by the key in their address. */
    flash: Record<string, string[]>;
  }
}
