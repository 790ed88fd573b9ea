import type { Measured } from './measure.js';
import type { Row } from './rows.js';
import { FLOORS } from './servers.js';
import { median } from './statistics.js';

/** What was measured of one row: each server's rounds, in order. */
export interface Result {
  row: Row;
  larder: Measured[];
  floors: Record<(typeof FLOORS)[number], Measured[]>;
}

/** From here on the load generator has no time left, and the server may have. */
const AT_ITS_LIMIT = 0.9;

/** The table: medians of the rounds, and the median of what Larder does of each floor in the same round. */
export function table(results: Result[]): string {
  const head = line('', 'requests/s', 'p50 ms', 'p99 ms', 'Larder does');
  return [head, ...results.flatMap(linesOf)].join('\n');
}

function linesOf({ row, larder, floors }: Result): string[] {
  const bytes = Buffer.byteLength(row.answer.body);
  return [
    `
${row.name} (${row.answer.status}, ${(bytes / 1024).toFixed(1)} KiB)`,
    line('  Larder', ...numbers(larder)),
    ...FLOORS.map((name) => line(`  ${name}`, ...numbers(floors[name]), partOf(floors[name], larder))),
  ];
}

/** The columns that every table has: medians of the rounds. */
export function numbers(rounds: Measured[]): string[] {
  const [perSecond, p50, p99] = [middle(rounds, 'perSecond'), middle(rounds, 'p50'), middle(rounds, 'p99')];
  return [grouped(perSecond), p50.toFixed(2), p99.toFixed(2)];
}

/** "0.25 of it"; "≤ 0.25 of it" when more was not asked of the floor. */
function partOf(floor: Measured[], larder: Measured[]): string {
  const parts = larder.map(({ perSecond }, n) => perSecond / (floor[n]?.perSecond ?? Number.NaN));
  const atMost = middle(floor, 'busy') > AT_ITS_LIMIT ? '≤ ' : '';
  return `${atMost}${median(parts).toPrecision(2)} of it`;
}

function middle(rounds: Measured[], key: keyof Measured): number {
  return median(rounds.map((round) => round[key]));
}

function grouped(perSecond: number): string {
  return perSecond < 100 ? perSecond.toFixed(1) : Math.round(perSecond).toLocaleString('en');
}

/** A line of a table. */
export function line(name: string, ...columns: string[]): string {
  return [name.padEnd(16), ...columns.map((column) => column.padStart(18))].join('').trimEnd();
}
