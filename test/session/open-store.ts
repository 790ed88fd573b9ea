import path from 'node:path';
import { SessionStore } from '../../src/session/store/session-store.js';
import type { StoreOptions } from '../../src/session/store/store-options.js';
import { temporaryFolder } from '../support/database.js';
import { sessionsFor } from '../support/kept.js';
import { type Stored, storedIn } from '../support/stored.js';
import { LIFETIMES } from './small-app.js';

export { LIFETIMES };

export interface OpenStore extends Stored {
  store: SessionStore;
  folder: string;
  /** For tests of SQLite's file. */
  file: string;
}

/** A store of its own, or on what another keeps in a folder. */
export function openStore(
  lifetimes = LIFETIMES,
  options: StoreOptions = {},
  folder = temporaryFolder(),
): OpenStore {
  const { sessions } = sessionsFor(folder, options.report);
  const store = new SessionStore(sessions, lifetimes, options);
  return { ...storedIn(folder, 'sessions'), store, folder, file: path.join(folder, 'sessions.sqlite') };
}
