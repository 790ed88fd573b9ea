import type { Clock } from './clock.js';
import type { Config } from './config.js';
import type { Database } from './database/database.js';
import type { KeptForms } from './session/kept-forms.js';
import type { KeptPages } from './web/kept-pages.js';

export interface Deps {
  config: Config;
  db: Database;
  clock: Clock;
  keptForms: KeptForms;
  keptPages: KeptPages;
}
