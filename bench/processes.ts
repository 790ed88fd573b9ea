import { readFileSync } from 'node:fs';

/** Of a tick of /proc, which Linux fixes for every program at 100 a second. */
const MILLISECONDS_PER_TICK = 10;

/**
 * The processor time that a process has taken so far, its own and the kernel's for it, of all its threads.
 * @returns milliseconds, by tens; NaN where there is no /proc
 */
export function processorTime(pid: number): number {
  // What the program is called may have spaces and brackets in it; the fields begin after it.
  const fields = read(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * MILLISECONDS_PER_TICK;
}

/** The memory that a process has. @returns MiB; NaN where there is no /proc */
export function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(read(pid, 'status'))?.[1]) / 1024;
}

function read(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
