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

/** From here on the load generator, not the server, sets the pace. */
const AT_ITS_LIMIT = 0.85;

/** The table: medians of the rounds, and the median of what Larder does of each floor in the same round. */
export function table(results: Result[]): string {
  const head = line('', 'requests/s', 'p50 ms', 'p99 ms', 'Larder does');
  return [head, ...results.flatMap(linesOf)].join('\n');
}

function linesOf({ row, larder, floors }: Result): string[] {
  const bytes = Buffer.byteLength(row.answer.body);
  return [
    `\n${row.name} (${row.answer.status}, ${(bytes / 1024).toFixed(1)} KiB)`,
    numbers('Larder', larder, ''),
    ...FLOORS.map((name) => {
      const rounds = floors[name];
      const part = median(larder.map(({ perSecond }, n) => perSecond / (rounds[n]?.perSecond ?? Number.NaN)));
      return numbers(name, rounds, `${part.toPrecision(2)} of it`);
    }),
  ];
}

function numbers(name: string, rounds: Measured[], part: string): string {
  const of = (key: keyof Measured) => median(rounds.map((round) => round[key]));
  const mark = of('busy') > AT_ITS_LIMIT ? '*' : ' ';
  return line(
    `  ${name}`,
    `${grouped(of('perSecond'))}${mark}`,
    of('p50').toFixed(2),
    of('p99').toFixed(2),
    part,
  );
}

function grouped(perSecond: number): string {
  return perSecond < 100 ? perSecond.toFixed(1) : Math.round(perSecond).toLocaleString('en');
}

function line(name: string, ...columns: string[]): string {
  return [name.padEnd(16), ...columns.map((column) => column.padStart(14))].join('').trimEnd();
}
