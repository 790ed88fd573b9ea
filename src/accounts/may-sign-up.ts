import type { Config } from '../config.js';
import type { Database } from '../database/database.js';
import { countUsers } from '../members/user.repository.js';

export async function maySignUp({ config, db }: { config: Config; db: Database }): Promise<boolean> {
  if (config.signups === 'first') return (await countUsers(db)) === 0;
  return config.signups === 'open';
}
