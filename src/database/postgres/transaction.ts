import type { Pool, PoolClient } from 'pg';
import { PATIENCE, whileBusy } from '../engine/again.js';
import { isBusy, isLost, OutcomeUnknown } from './errors.js';

/**
 * Does work in one transaction on one connection, and does it again when another transaction was in its way.
 * @param work may be done again; what it throws undoes it
 * @param until when to give up waiting, by performance.now()
 * @throws FileBusy, with nothing changed; OutcomeUnknown; and what the work throws
 */
export function inPoolTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
  until = performance.now() + PATIENCE,
): Promise<T> {
  return whileBusy(() => once(pool, work, until), isBusy, until);
}

async function once<T>(pool: Pool, work: (client: PoolClient) => Promise<T>, until: number): Promise<T> {
  const client = await pool.connect();
  let isBroken = false;
  const breaks = () => {
    isBroken = true;
  };
  client.on('error', breaks);
  try {
    const patience = Math.max(1, Math.round(until - performance.now()));
    await client.query(`begin; set local lock_timeout = ${patience}`);
    const result = await work(client);
    await commit(client);
    return result;
  } catch (error) {
    await client.query('rollback').catch(breaks);
    throw error;
  } finally {
    client.off('error', breaks);
    client.release(isBroken);
  }
}

async function commit(client: PoolClient): Promise<void> {
  try {
    await client.query('commit');
  } catch (error) {
    throw isLost(error) ? new OutcomeUnknown(error) : error;
  }
}
