import pg from 'pg';

/** Of each process; many hosts share one server, whose usual limit is 100. */
const CONNECTIONS_AT_MOST = 10;
/** Milliseconds. */
const CONNECTING = 5_000;
const IDLE = 30_000;

/** int8 and numeric: ids, counts and sums are far below 2^53. */
const AS_NUMBERS = new Set<number>([20, 1700]);

const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return AS_NUMBERS.has(oid) && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format);
  },
} as pg.CustomTypesConfig;

/**
 * Connections to a PostgreSQL, made when they are needed. Nothing that is kept in one lasts longer than its
 * transaction, so that a pooler may give each transaction another.
 * @param url postgres://…
 * @param max connections at once
 */
export function openPool(url: string, max = CONNECTIONS_AT_MOST): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max,
    connectionTimeoutMillis: CONNECTING,
    idleTimeoutMillis: IDLE,
    allowExitOnIdle: true,
  });
  // One that is lost while nobody uses it is made again when it is needed.
  pool.on('error', () => {});
  return pool;
}
