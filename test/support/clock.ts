import type { Clock } from '../../src/clock.js';

const UNITS = { seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

/** A clock that only the test moves. */
export class SettableClock implements Clock {
  #time: number;

  /** @param start in UTC, such as 2026-03-01T12:00:00Z */
  constructor(start: string | Date = '2026-03-01T12:00:00Z') {
    this.#time = moment(start);
  }

  now(): Date {
    return new Date(this.#time);
  }

  set(time: string | Date): void {
    this.#time = moment(time);
  }

  /** Moves on; back with negative numbers. */
  advance(by: Partial<Record<keyof typeof UNITS, number>>): void {
    for (const [unit, count] of Object.entries(by)) this.#time += UNITS[unit as keyof typeof UNITS] * count;
  }
}

function moment(time: string | Date): number {
  const value = new Date(time).getTime();
  if (Number.isNaN(value)) throw new Error(`${time} is no moment in time`);
  return value;
}
