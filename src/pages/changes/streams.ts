import type { ServerResponse } from 'node:http';

const MOST_OF_A_USER = 12;
const MOST_OF_ALL = 2000;
/** Milliseconds; then the browser asks again, and the session is looked at again. */
const LONGEST = 10 * 60_000;
/** Milliseconds between two signs of life: proxies cut a line that is silent for a minute. */
const SIGN_OF_LIFE = 25_000;
const ASK_AGAIN_MS = 5000;

/** The open streams of server-sent events. @see HTML Living Standard, Server-sent events */
export class EventStreams {
  readonly #open = new Map<ServerResponse, { userId: number; close: () => void }>();

  hasRoom(userId: number): boolean {
    if (this.#open.size >= MOST_OF_ALL) return false;
    return [...this.#open.values()].filter((stream) => stream.userId === userId).length < MOST_OF_A_USER;
  }

  /**
   * Answers with a stream, until either side ends it.
   * @param whenClosed called once
   */
  open(res: ServerResponse, userId: number, whenClosed: () => void): void {
    res.setHeader('Content-Type', 'text/event-stream');
    // A proxy that collects the answer would hold it back.
    res.setHeader('X-Accel-Buffering', 'no');
    res.write(`retry: ${ASK_AGAIN_MS}\n\n`);
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

  close(): void {
    for (const { close } of this.#open.values()) close();
  }
}
