import 'express-session';

export interface FlashMessage {
  type: 'success' | 'error' | 'info';
  text: string;
  /** The page that shows it, a path. */
  page: string;
  /** Where a POST undoes what the message tells of. */
  undo?: { action: string; label: string } | undefined;
  /** A page where the person may go on with what the message tells of; the context is for those who only listen. */
  link?: { href: string; label: string; context?: string } | undefined;
  /** What a POST may do next about what the message tells of. */
  also?: { action: string; label: string; fields: Record<string, string> } | undefined;
  /** What the text tells of in short, a line each. */
  list?: { label: string; lines: string[] } | undefined;
  /** The field that the person goes on with, if there is one. */
  focus?: string | undefined;
  /** When it was left, in milliseconds since 1970. */
  at: number;
}

/** What a session holds; a part that is built on sessions declares its own share beside it. Kept as JSON. */
declare module 'express-session' {
  interface SessionData {
    user_id: number;
    /** Who was signed in here before they signed out: what an open tab still sends is theirs. */
    former_user_id: number;
    /** When this browser signed in, ISO 8601 UTC. */
    signed_in_at: string;
    /** When the password was last given here, ISO 8601 UTC. */
    password_at: string;
    /** The key of the session that this one took the place of: see SessionStore.heirOf. */
    renewed_from: string;
    /** What was signed in with, in words. */
    device: string;
    /** Messages that wait for their page, by the key in its address. */
    flash: Record<string, FlashMessage[]>;
  }
}
