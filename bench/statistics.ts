import { type EventLoopUtilization, performance } from 'node:perf_hooks';

export interface Measured {
  /** How many were answered. */
  count: number;
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  /** How busy the load generator was, of 1: near 1, the server could have done more. */
  busy: number;
}

/**
 * What a row says of its requests.
 * @param times of each, in milliseconds
 * @param elapsed milliseconds from the first request to the last answer
 * @param loop the generator's use of its time when it began
 */
export function measuredFrom(times: number[], elapsed: number, loop: EventLoopUtilization): Measured {
  return {
    count: times.length,
    perSecond: (times.length / elapsed) * 1000,
    p50: median(times),
    p95: quantile(times, 0.95),
    p99: quantile(times, 0.99),
    busy: performance.eventLoopUtilization(loop).utilization,
  };
}

/** The value below which this part of them lies. @param part between 0 and 1 */
export function quantile(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export function median(values: number[]): number {
  return quantile(values, 0.5);
}
