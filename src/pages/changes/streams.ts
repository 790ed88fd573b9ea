import type { ServerResponse } from 'node:http';

/** Open streams that one user may have, a few for each of their screens. */
const OF_A_USER = 12;
/** Open streams of this process: each costs a socket and some kilobytes. */
const OF_ALL = 2000;
/** Milliseconds after which the browser asks again, so that the session is looked at again too. */
const LONGEST = 10 * 60_000;
/** Milliseconds between two signs of life: proxies cut a line that is silent for a minute. */
const SIGN_OF_LIFE = 25_000;
/** Milliseconds that a browser waits before it asks again. */
const ASK_AGAIN = 5000;

/** The open streams of server-sent events. @see HTML Living Standard, Server-sent events */
export class EventStreams {
  readonly #open = new Map<ServerResponse, { userId: number; close: () => void }>();

  /** True while this user may open another. */
  hasRoom(userId: number): boolean {
    if (this.#open.size >= OF_ALL) return false;
    return [...this.#open.values()].filter((stream) => stream.userId === userId).length < OF_A_USER;
  }

  /**
   * Answers with a stream, until either side ends it.
   * @param whenClosed called once
   */
  open(res: ServerResponse, userId: number, whenClosed: () => void): void {
    res.setHeader('Content-Type', 'text/event-stream');
    // A proxy that collects the answer would hold it back.
    res.setHeader('X-Accel-Buffering', 'no');
    res.write(`retry: ${ASK_AGAIN}\n\n`);
    const alive = setInterval(() => res.write(':\n\n'), SIGN_OF_LIFE);
    const end = setTimeout(() => res.end(), LONGEST);
    const close = () => res.end();
    this.#open.set(res, { userId, close });
    res.once('close', () => {
      clearInterval(alive);
      clearTimeout(end);
      this.#open.delete(res);
      whenClosed();
    });
  }

  /** Ends all of them, when the server stops. */
  close(): void {
    for (const { close } of this.#open.values()) close();
  }
}
