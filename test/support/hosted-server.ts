import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { whereKept } from './engine.js';
import type { LarderServer } from './server.js';
import { ServerForTests } from './server-for-tests.js';
import { READY, type ServerOutput } from './server-output.js';

const QUICK = fileURLToPath(new URL('./quick-host.mjs', import.meta.url));
const CLOSED = /^Larder is closed$/;
const WITHIN = 50_000;

interface HostedOptions {
  dataDir: string;
  env?: Record<string, string | undefined>;
  /** Without it, the built Larder with quick password hashes. */
  program?: string | undefined;
}

/** A Larder in a process that served others before and will again: to start one takes longer than most tests. */
export class HostedServer extends ServerForTests implements LarderServer {
  readonly dataDir: string;
  readonly #program: string;
  readonly #settings: Record<string, string | undefined>;
  #host: Host | undefined;
  #url: string | undefined;

  constructor({ dataDir, env, program = QUICK }: HostedOptions) {
    super();
    this.dataDir = dataDir;
    this.#program = program;
    this.#settings = { LOG_LEVEL: 'info', ...env };
  }

  get url(): string {
    if (!this.#url) throw new Error('The server is not started');
    return this.#url;
  }

  async start(): Promise<void> {
    this.#host = Host.free(this.#program);
    const settings = { ...this.#settings, ...(await whereKept(this.dataDir)) };
    const [, url] = await this.#host.ask({ settings }, READY, this.output);
    this.#url = url;
  }

  async stop(): Promise<void> {
    await this.#host?.ask({}, CLOSED, this.output);
    this.#host?.giveBack();
    this.#host = undefined;
    this.output.throwUnexpectedErrors();
  }
}

/** A process that serves one Larder at a time. */
class Host {
  static readonly #waiting: Host[] = [];
  readonly #child: ChildProcess;
  #hear: (line: string) => void = () => {};

  static free(program: string): Host {
    const n = Host.#waiting.findIndex((host) => host.program === program);
    return Host.#waiting.splice(n, n < 0 ? 0 : 1)[0] ?? new Host(program);
  }

  private constructor(readonly program: string) {
    const { PATH, HOME, TMPDIR } = process.env;
    this.#child = spawn(process.execPath, [program], {
      env: { PATH, HOME, TMPDIR },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      createInterface({ input: stream as Readable }).on('line', (line) => this.#hear(line));
  }

  /** Tells it something, and keeps what it says until the answer, and after it. @throws when it ends first */
  async ask(message: object, answer: RegExp, output: ServerOutput): Promise<RegExpExecArray> {
    const answered = new Promise<RegExpExecArray>((resolve) => {
      this.#hear = (line) => {
        output.take(line);
        const match = answer.exec(line);
        if (match) resolve(match);
      };
    });
    const waiting = new AbortController();
    const fail = () => {
      throw new Error(`The server’s process ended:\n${output.text}`);
    };
    if (!this.#child.connected) fail();
    const ended = once(this.#child, 'close', { signal: waiting.signal }).then(fail);
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), WITHIN);
    try {
      this.#child.send(message);
      return await Promise.race([answered, ended]);
    } finally {
      clearTimeout(timer);
      waiting.abort();
    }
  }

  giveBack(): void {
    this.#hear = () => {};
    Host.#waiting.push(this);
  }
}
