import 'express-session';
import type { Draft } from '../drafts/draft.js';
import type { FlashMessage } from './flash.js';

/** All that a session may hold. Its JSON is what the store keeps. */
declare module 'express-session' {
  interface SessionData {
    user_id: number;
    /** When this browser signed in, ISO 8601 UTC. */
    signed_in_at: string;
    /** Unfinished multi-step entries by id, with their pending foreign keys. */
    drafts: Record<string, Draft>;
    /** Messages that wait for their page, by the key in its address. */
    flash: Record<string, FlashMessage[]>;
  }
}
