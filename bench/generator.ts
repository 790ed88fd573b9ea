import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import SqliteDatabase from 'better-sqlite3';
import { type Measured, measuredFrom } from './statistics.js';

/** Stands in a request for a number that no other request has, of as many digits. */
export const NUMBER = '#######';
const HEAD_ENDS = '\r\n\r\n';
const READ_AT_ONCE = 256 * 1024;
/** Milliseconds without an answer. */
const PATIENCE = 30_000;

export interface Sent {
  /** As it goes over the wire. */
  raw: string;
  /** The household whose revision is raised before each sending, as a change raises it. */
  raises?: number | undefined;
}

export interface Job {
  port: number;
  /** Each waits for its answer before it sends again; the n-th sends the n-th request, and on from there by their count. */
  connections: number;
  requests: Sent[];
  /** Of every answer. */
  status: number;
  /** Ends after so many seconds … */
  seconds: number;
  /** … or after so many requests, whichever is first. */
  amount?: number;
  /** The first number. */
  from?: number;
  /** Of the household's data; for `raises`. */
  file?: string;
}

/** Sends requests in plain sockets, and looks at no more of an answer than its status and its length. */
function generate(job: Job): Promise<Measured> {
  const raise = raiser(job.file);
  const requests = job.requests.map(({ raw, raises }) => ({ parts: raw.split(NUMBER), raises }));
  const times: number[] = [];
  const loop = performance.eventLoopUtilization();
  const started = performance.now();
  const until = started + job.seconds * 1000;
  let [sentCount, last] = [0, started];

  const connection = (first: number) =>
    new Promise<void>((resolve, reject) => {
      let [turn, sentAt] = [first, 0];
      const answers = new Answers(job.status, () => {
        last = performance.now();
        times.push(last - sentAt);
        send();
      });
      const buffer = Buffer.allocUnsafe(READ_AT_ONCE);
      const callback = (length: number) => {
        try {
          answers.take(buffer.subarray(0, length));
        } catch (error) {
          socket.destroy(error as Error);
        }
        return true;
      };
      const socket = connect({
        port: job.port,
        host: '127.0.0.1',
        noDelay: true,
        onread: { buffer, callback },
      });
      socket.setTimeout(PATIENCE, () => socket.destroy(new Error('No answer')));
      socket.once('error', reject);
      socket.once('close', () =>
        answers.isWaiting ? reject(new Error('Closed before its answer')) : resolve(),
      );
      socket.once('connect', send);

      function send(): void {
        if (performance.now() >= until || sentCount === job.amount) return void socket.end();
        const { parts, raises } = requests[turn % requests.length] as (typeof requests)[number];
        turn += job.connections;
        if (raises !== undefined) raise(raises);
        const number = String((job.from ?? 0) + sentCount).padStart(NUMBER.length, '0');
        sentCount += 1;
        sentAt = performance.now();
        answers.isWaiting = true;
        socket.write(parts.length === 1 ? (parts[0] as string) : parts.join(number));
      }
    });

  return Promise.all(Array.from({ length: job.connections }, (_, n) => connection(n))).then(() =>
    measuredFrom(times, last - started, loop),
  );
}

/** Follows the answers of one connection. */
class Answers {
  isWaiting = false;
  #head = '';
  #left = 0;
  readonly #status: string;
  readonly #whole: () => void;

  constructor(status: number, whole: () => void) {
    this.#status = `HTTP/1.1 ${status} `;
    this.#whole = whole;
  }

  /** @throws Error for another status, or an answer that does not say how long it is */
  take(chunk: Buffer): void {
    const bodyLength = this.#left > 0 ? chunk.length : this.#bodyIn(chunk);
    this.#left -= bodyLength;
    if (this.#left !== 0 || this.#head !== '') return;
    this.isWaiting = false;
    this.#whole();
  }

  #bodyIn(chunk: Buffer): number {
    this.#head += chunk.toString('latin1');
    const end = this.#head.indexOf(HEAD_ENDS);
    if (end < 0) return 0;
    const [head, body] = [this.#head.slice(0, end), this.#head.length - end - HEAD_ENDS.length];
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (!head.startsWith(this.#status) || length === undefined) throw new Error(`Unexpected answer: ${head}`);
    this.#head = '';
    this.#left = Number(length);
    return body;
  }
}

function raiser(file: string | undefined): (householdId: number) => void {
  if (file === undefined) return () => {};
  const connection = new SqliteDatabase(file, { timeout: 5000 });
  connection.pragma('synchronous = OFF');
  const statement = connection.prepare('update households set revision = revision + 1 where id = ?');
  return (householdId) => void statement.run(householdId);
}

// Only where it is forked; its types are the bench's.
if (process.send)
  process.on('message', (job: Job) => {
    generate(job).then(
      (measured) => process.send?.({ measured }),
      (error: Error) => process.send?.({ failed: error.message }),
    );
  });
process.once('disconnect', () => process.exit());
