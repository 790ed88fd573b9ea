import type { MakeLimiter } from '../accounts/limiters/limiter.js';
import type { Database } from '../database/database.js';
import type { KeptForms } from '../session/kept-forms.js';
import type { SessionRows } from '../session/store/session-rows.js';

/** Everything that Larder keeps, in the databases of one engine; their tables are up to date. */
export interface Engine {
  db: Database;
  sessions: SessionRows;
  keptForms: KeptForms;
  limiter: MakeLimiter;
  /** Signs session cookies where no setting says another; made once. */
  secret(): Promise<string>;
  close(): Promise<void>;
}

export interface EngineOptions {
  /** Gets errors that nobody waits for, as in the daily clearing. */
  report: (error: Error) => void;
  /** Milliseconds that a database which is away, or being migrated, is waited for. */
  startPatience?: number;
}
