import { type Answer, answerOf, difference, sameBody } from './answer.js';
import { processorTime } from './processes.js';
import { type Asked, type Row, sentOf } from './rows.js';
import type { Generator } from './servers.js';
import type { Measured } from './statistics.js';

/** One turn of one server. */
export interface Turn extends Measured {
  /** Processor time of the server, all of it, in milliseconds. */
  cpu: number;
}

/** Who is asked. */
export interface Server {
  url: string;
  pid: number;
  /** With the household's data, where requests come after changes. */
  file?: string;
  isFloor?: boolean;
}

let numbered = 0;

/** Sends a row's requests to a server for a while. @param part of the row's time; less than 1 to warm up */
export async function turnOf(generator: Generator, row: Row, server: Server, part = 1): Promise<Turn> {
  const { connections, seconds, amount } = row;
  const requests = row.requests.map((asked) =>
    server.isFloor ? { raw: sentOf(asked, row.path).raw } : sentOf(asked),
  );
  const before = processorTime(server.pid);
  const measured = await generator.send({
    port: Number(new URL(server.url).port),
    connections,
    requests,
    status: row.requests[0]?.answer.status ?? 200,
    seconds: seconds * part,
    from: numbered,
    ...(amount === undefined ? {} : { amount: Math.ceil(amount * part) }),
    ...(server.file === undefined ? {} : { file: server.file }),
  });
  numbered += measured.count;
  return { ...measured, cpu: processorTime(server.pid) - before };
}

/** Looks at each answer of a page, before and after it is measured. @throws Error when one is another */
export async function check(row: Row, server: Server): Promise<void> {
  for (const asked of row.requests) {
    if (asked.method !== 'GET') continue;
    const expected = server.isFloor ? row.requests[0]?.answer : asked.answer;
    const got = await answerTo(server, asked, server.isFloor ? row.path : asked.path);
    const [wanted, body] = [expected?.body ?? '', got.body].map(ofAnyRevision) as [string, string];
    if (got.status !== expected?.status || !sameBody(wanted)(body))
      throw new Error(`${row.name}: ${difference(wanted, body)}`);
  }
}

/** A page says of which revision it is; there is another for each measured view. */
function ofAnyRevision(body: string): string {
  return body.replace(/(?<=data-revision=")\d+/, '');
}

async function answerTo({ url }: Server, { headers }: Asked, path: string): Promise<Answer> {
  const answer = await fetch(`${url}${path}`, { headers, redirect: 'manual' });
  return answerOf({ status: answer.status, headers: answer.headers, html: await answer.text() });
}
