import type { Row } from './rows.js';
import { median } from './statistics.js';
import type { Turn } from './turns.js';

/** What was measured of one row: each server's rounds, in order. */
export interface Result {
  row: Row;
  larder: Turn[];
  floor: Turn[];
}

/** A page of a small household, and of a large one. */
export interface Compared {
  small: { row: Row; turns: Turn[] };
  large: { row: Row; turns: Turn[] };
}

/** From here on the generator has no time left, and the server may have. */
const AT_ITS_LIMIT = 0.95;

/** Larder beside the floor, as a table of Markdown: medians of the rounds. */
export function againstFloor(results: Result[]): string {
  return table(
    [
      '',
      'KiB',
      'Larder/s',
      'floor/s',
      'share',
      'Larder CPU ms',
      'floor CPU ms',
      'share of CPU',
      'p50 ms',
      'p99 ms',
    ],
    results.map(({ row, larder, floor }) => {
      const shares = larder.map((turn, n) => turn.perSecond / (floor[n]?.perSecond ?? Number.NaN));
      const atMost = middle(floor, 'busy') > AT_ITS_LIMIT ? '≤ ' : '';
      const [ours, theirs] = [cpuOf(larder), cpuOf(floor)];
      return [
        row.name,
        kib(row),
        grouped(middle(larder, 'perSecond')),
        grouped(middle(floor, 'perSecond')),
        `${atMost}${median(shares).toFixed(2)}`,
        ours.toFixed(2),
        theirs.toFixed(2),
        (theirs / ours).toFixed(2),
        middle(larder, 'p50').toFixed(1),
        middle(larder, 'p99').toFixed(1),
      ];
    }),
  );
}

/** Pages of a large household beside those of a small one. */
export function againstSmall(compared: Compared[]): string {
  return table(
    [
      '',
      'KiB, small',
      'KiB, large',
      'p50 ms, small',
      'p50 ms, large',
      'times',
      'CPU ms, small',
      'CPU ms, large',
      'times',
    ],
    compared.map(({ small, large }) => {
      const [p50, largeP50] = [middle(small.turns, 'p50'), middle(large.turns, 'p50')];
      const [cpu, largeCpu] = [cpuOf(small.turns), cpuOf(large.turns)];
      return [
        small.row.name,
        kib(small.row),
        kib(large.row),
        p50.toFixed(2),
        largeP50.toFixed(2),
        (largeP50 / p50).toFixed(2),
        cpu.toFixed(2),
        largeCpu.toFixed(2),
        (largeCpu / cpu).toFixed(2),
      ];
    }),
  );
}

/** A table of Markdown; all columns but the first are numbers. */
export function table(head: string[], lines: string[][]): string {
  const rule = head.map((_, n) => (n === 0 ? '---' : '---:'));
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function middle(turns: Turn[], key: keyof Turn): number {
  return median(turns.map((turn) => turn[key]));
}

/** Milliseconds of the server's processor time for one request, over all rounds: a tick is too long for one. */
function cpuOf(turns: Turn[]): number {
  const sum = (key: 'cpu' | 'count') => turns.reduce((total, turn) => total + turn[key], 0);
  return sum('cpu') / sum('count');
}

function kib({ requests }: Row): string {
  return (Buffer.byteLength(requests[0]?.answer.body ?? '') / 1024).toFixed(1);
}

export function grouped(perSecond: number): string {
  return perSecond < 100 ? perSecond.toFixed(1) : Math.round(perSecond).toLocaleString('en');
}
