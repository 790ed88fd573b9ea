import { setTimeout } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { FileBusy, PATIENCE } from '../when-free.js';

const LOCK_NOT_AVAILABLE = '55P03';
/** Nothing was done, and the same may work at once: two transactions were in each other's way. */
const AGAIN = ['40001', '40P01'];

/**
 * Does work in one transaction on one connection, and does it again when another transaction was in its way.
 * @param work may be done again; what it throws undoes it
 * @param until when to give up waiting for locks, by performance.now()
 * @throws FileBusy, with nothing changed, and what the work throws
 */
export async function inPoolTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
  until = performance.now() + PATIENCE,
): Promise<T> {
  for (let pause = 5; ; pause = Math.min(2 * pause, 100)) {
    try {
      return await once(pool, work, until);
    } catch (error) {
      if (codeOf(error) === LOCK_NOT_AVAILABLE) throw new FileBusy(error);
      if (!AGAIN.includes(codeOf(error) ?? '')) throw error;
      if (performance.now() >= until) throw new FileBusy(error);
    }
    await setTimeout(pause * (0.5 + Math.random()));
  }
}

async function once<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
  until: number,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const patience = Math.max(1, Math.round(until - performance.now()));
    await client.query(`begin; set local lock_timeout = ${patience}`);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((second: Error) => {
      broken = second;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
