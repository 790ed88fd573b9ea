import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';

/** What names this installation, and the secret that signs its cookies where no setting says another. */
export interface Installation {
  id: string;
  secret: string;
}

/** Made once: of two hosts that start together the first to insert decides. */
export async function keptInstallation(pool: Pool): Promise<Installation> {
  const made = [randomBytes(4).toString('hex'), randomBytes(32).toString('base64url')];
  await pool.query(
    'insert into installation (one, id, secret) values (1, $1, $2) on conflict do nothing',
    made,
  );
  const { rows } = await pool.query<Installation>('select id, secret from installation');
  const [kept] = rows;
  if (!kept) throw new Error('The database does not keep what this installation is called');
  return kept;
}
