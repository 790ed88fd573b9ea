import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Statement } from 'better-sqlite3';
import { projectRoot } from '../../src/root.js';
import { stepsOf } from '../stock/plans.js';
import { openSqlite, temporaryFolder } from '../support/database.js';

interface Sent {
  file: string;
  sql: string;
  parameters: unknown[];
  rows: number;
}

type Method = 'all' | 'get' | 'run';

/** Nobody types it, and no escaping changes it. */
const MARK = '\u001e';

/** The statements that some work sends to SQLite, those of the session too; nothing else may be under way. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = [];
  const connection = openSqlite(path.join(temporaryFolder(), 'none.sqlite'), { fileMustExist: false });
  // All connections' statements are of this one class.
  const prototype = Object.getPrototypeOf(connection.prepare('select 1'));
  const real: Record<Method, (...parameters: unknown[]) => unknown> = { ...pick(prototype) };
  for (const method of ['all', 'get', 'run'] as const)
    prototype[method] = function (this: Statement, ...parameters: unknown[]) {
      const result = real[method].apply(this, parameters);
      const rows = Array.isArray(result) ? result.length : Number(method === 'get' && result !== undefined);
      sent.push({ file: this.database.name, sql: this.source, parameters, rows });
      return result;
    };
  await work().finally(() => Object.assign(prototype, real));
  return sent;
}

function pick({ all, get, run }: Record<Method, (...parameters: unknown[]) => unknown>) {
  return { all, get, run };
}

/** How SQLite goes about statements, step by step. */
export function plansFor(statements: Sent[]): string[] {
  return statements
    .filter(({ sql }) => /^(with|select|insert|update|delete)/i.test(sql))
    .flatMap((sent) => stepsOf(openSqlite(sent.file, { readonly: true }), sent));
}

/** A copy of the project's views and public files, in which each view leaves a mark wherever it is put in place. */
export function markedRoot(): string {
  const root = temporaryFolder();
  symlinkSync(path.join(projectRoot(), 'public'), path.join(root, 'public'));
  cpSync(path.join(projectRoot(), 'views'), path.join(root, 'views'), { recursive: true });
  for (const file of readdirSync(path.join(root, 'views'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ejs')) continue;
    const view = path.join(root, 'views', file);
    writeFileSync(view, MARK + readFileSync(view, 'utf8'));
  }
  return root;
}

/** How many views a marked page is made of, and its bytes without the marks. */
export function sizeOf(html: string): { views: number; bytes: number } {
  const parts = html.split(MARK);
  return { views: parts.length - 1, bytes: Buffer.byteLength(parts.join('')) };
}
