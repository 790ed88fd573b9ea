import type { Database } from '../../database/database.js';
import { listRevisions } from '../../members/household.repository.js';

/** Milliseconds between two looks. */
const LOOK_EVERY = 1000;

interface Listener {
  householdId: number;
  revision: number;
  tell: (revision: number) => void;
}

/** Knows of changes by any process: one query a second asks for the revisions of all households listened to. */
export class HouseholdWatch {
  readonly #db: Database;
  readonly #report: (error: unknown) => void;
  readonly #listeners = new Set<Listener>();
  #timer: NodeJS.Timeout | undefined;

  constructor(db: Database, report: (error: unknown) => void) {
    this.#db = db;
    this.#report = report;
  }

  /**
   * Tells of each revision of a household that the listener does not know of, within a second.
   * @returns ends the listening
   */
  listen(listener: Listener): () => void {
    const own = { ...listener };
    this.#listeners.add(own);
    this.#lookSoon();
    return () => this.#listeners.delete(own);
  }

  #lookSoon(): void {
    this.#timer ??= setTimeout(async () => {
      await this.#look().catch(this.#report);
      this.#timer = undefined;
      if (this.#listeners.size > 0) this.#lookSoon();
    }, LOOK_EVERY).unref();
  }

  async #look(): Promise<void> {
    if (this.#listeners.size === 0) return;
    const ids = new Set([...this.#listeners].map(({ householdId }) => householdId));
    const revisions = await listRevisions(this.#db, [...ids]);
    for (const listener of this.#listeners) {
      const revision = revisions.get(listener.householdId);
      if (revision === undefined || revision === listener.revision) continue;
      listener.revision = revision;
      listener.tell(revision);
    }
  }
}
