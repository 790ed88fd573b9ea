import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

export interface LogLine {
  level: number;
  msg?: string;
  req?: { id?: number | string; method?: string; path?: string };
  res?: { status?: number };
  [field: string]: unknown;
}

/** With the address. */
export const READY = /^Larder is ready at (http\S+)$/;
const ERROR_LEVEL = 50;

/** What a server printed, over all its starts. */
export class ServerOutput {
  readonly logs: LogLine[] = [];
  /** Lines that are not JSON, of both streams. */
  readonly lines: string[] = [];
  readonly #expected: RegExp[] = [];

  get text(): string {
    return [...this.lines, ...this.logs.map((line) => JSON.stringify(line))].join('\n');
  }

  read({ stdout, stderr }: ChildProcess, whenReady: (url: string) => void): void {
    for (const stream of [stdout, stderr])
      createInterface({ input: stream as Readable }).on('line', (line) => {
        this.take(line);
        const url = READY.exec(line)?.[1];
        if (url) whenReady(url);
      });
  }

  take(line: string): void {
    const log = parsed(line);
    if (log) this.logs.push(log);
    else this.lines.push(line);
  }

  expectError(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  throwUnexpectedErrors(): void {
    const errors = this.logs.filter((line) => line.level >= ERROR_LEVEL).map((line) => JSON.stringify(line));
    const unexpected = errors.filter((error) => !this.#expected.some((pattern) => pattern.test(error)));
    if (unexpected.length > 0)
      throw new Error(`The server logged errors that no test expected:\n${unexpected.join('\n')}`);
  }
}

function parsed(line: string): LogLine | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as LogLine;
  } catch {
    return undefined;
  }
}
