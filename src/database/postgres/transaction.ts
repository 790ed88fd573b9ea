import type { Pool, PoolClient, QueryResult } from 'pg';
import { PATIENCE, whileBusy } from '../engine/again.js';
import { isBusy, isLost, OutcomeUnknown } from './errors.js';

type Work<T> = (client: PoolClient, firstRows: unknown[]) => Promise<T>;

interface Options {
  /** When to give up waiting, by performance.now(). */
  until?: number | undefined;
  /** A query that goes with the beginning, which spares a way to the database; its values stand in it, quoted. */
  first?: string;
}

/**
 * Does work in one transaction on one connection, and does it again when another transaction was in its way.
 * @param work gets the rows of the first query; may be done again; what it throws undoes it
 * @throws FileBusy, with nothing changed; OutcomeUnknown; and what the work throws
 */
export function inPoolTransaction<T>(
  pool: Pool,
  work: Work<T>,
  { until = performance.now() + PATIENCE, first }: Options = {},
): Promise<T> {
  return whileBusy(() => once(pool, work, until, first), isBusy, until);
}

async function once<T>(pool: Pool, work: Work<T>, until: number, first = ''): Promise<T> {
  const client = await pool.connect();
  let isBroken = false;
  const breaks = () => {
    isBroken = true;
  };
  client.on('error', breaks);
  try {
    const patience = Math.max(1, Math.round(until - performance.now()));
    const begun: unknown = await client.query(`begin; set local lock_timeout = ${patience}; ${first}`);
    const result = await work(client, (begun as QueryResult[]).at(-1)?.rows ?? []);
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

/** @throws OutcomeUnknown */
export async function commit(client: PoolClient): Promise<void> {
  try {
    await client.query('commit');
  } catch (error) {
    throw isLost(error) ? new OutcomeUnknown(error) : error;
  }
}
