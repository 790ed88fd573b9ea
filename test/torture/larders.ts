import { type LarderProcess, type LarderServer, startServer } from '../support/server.js';

/** Stands in front of a server, to change what passes. @returns where it listens */
export type Front = (server: LarderServer) => Promise<{ url: string; close(): Promise<void> }>;

/** Two processes on the same files, which are killed and started again under way. */
export class Larders {
  kills = 0;
  restarts = 0;
  readonly #servers: LarderProcess[] = [];
  readonly #fronts: { url: string; close(): Promise<void> }[] = [];
  readonly #deaths: number[] = [];
  #down: number | undefined;
  #underWay: Promise<void> = Promise.resolve();
  #waiting: { answers: number; go: () => void } | undefined;

  constructor(readonly dataDir: string) {}

  async start(count: number, front?: Front): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      const server = await startServer({ dataDir: this.dataDir, env: { LOG_LEVEL: 'warn' } });
      this.#servers.push(server);
      this.#deaths.push(0);
      if (front) this.#fronts.push(await front(server));
    }
  }

  get count(): number {
    return this.#servers.length;
  }

  /** The process asked for; while that is down, another. */
  near(wanted: number): number {
    return wanted === this.#down ? (wanted + 1) % this.count : wanted;
  }

  url(n: number): string {
    return this.#fronts[n]?.url ?? this.#servers[n]?.url ?? '';
  }

  /** How often the process was ended: a request that began before the last time may fail. */
  deaths(n: number): number {
    return this.#deaths[n] ?? 0;
  }

  /** Says that somebody got an answer: what waits for its turn counts them. */
  answered(): void {
    if (!this.#waiting) return;
    this.#waiting.answers -= 1;
    if (this.#waiting.answers > 0) return;
    const { go } = this.#waiting;
    this.#waiting = undefined;
    go();
  }

  /**
   * Ends a process once so many more answers have come, whoever's, and starts it again.
   * @param gently as a person would, so that requests under way are answered; else as a power cut
   */
  endSoon(n: number, answers: number, gently: boolean): void {
    if (this.#waiting || this.#down !== undefined || this.count < 2) return;
    this.#waiting = {
      answers,
      go: () => {
        this.#underWay = this.#endAndStart(n, gently);
        // Told by stop().
        this.#underWay.catch(() => {});
      },
    };
  }

  /** @throws when one does not end cleanly, or logged an error */
  async stop(): Promise<void> {
    this.#waiting = undefined;
    const ends = [
      this.#underWay,
      ...this.#fronts.map((front) => front.close()),
      ...this.#servers.map((server) => this.#underWay.catch(() => {}).then(() => server.stop())),
    ];
    const failed = (await Promise.allSettled(ends)).find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
  }

  async #endAndStart(n: number, gently: boolean): Promise<void> {
    const server = this.#servers[n];
    if (!server) return;
    this.#down = n;
    this.#deaths[n] = this.deaths(n) + 1;
    if (gently) {
      this.restarts += 1;
      await server.restart();
    } else {
      this.kills += 1;
      await server.kill();
      await server.start();
    }
    this.#down = undefined;
  }
}
