import type { Clock } from './clock.js';
import type { Config } from './config.js';
import type { Database } from './database/database.js';
import type { DraftKind } from './drafts/draft-kind.js';
import type { Passwords } from './people/password.js';
import type { Tries } from './people/tries.js';
import type { ParkedForms } from './session/parked-forms.js';

/** What routes are made from. */
export interface Deps {
  config: Config;
  db: Database;
  clock: Clock;
  tries: Tries;
  passwords: Passwords;
  parked: ParkedForms;
  /** Every declared kind of multi-step entry: what is open of any is listed together. */
  draftKinds: readonly DraftKind[];
}
