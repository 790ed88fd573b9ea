import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { newDataFolder } from './data-folder.js';
import { whereKept } from './engine.js';
import { ServerForTests } from './server-for-tests.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The built Larder, with quick password hashes. */
export const QUICK = path.join(root, 'test/support/quick-server.mjs');
/** What npm start runs. */
export const REAL = path.join(root, 'dist/src/server.js');
const READY_WITHIN = 50_000;
const STOPPED_WITHIN = 5_000;

export interface ServerOptions {
  /** Only these: not the test's own environment. */
  env?: Record<string, string | undefined>;
  /** Kept; without it a new one, deleted with the server. */
  dataDir?: string;
}

export interface ProcessOptions extends ServerOptions {
  port?: number;
  /** REAL, or a program of the test's; without it, the built Larder with quick password hashes. */
  entry?: string | undefined;
  /** A command that runs it in its own place, such as on a slower machine. */
  through?: string[] | undefined;
}

/** A Larder on HTTP and files. */
export interface LarderServer extends Pick<ServerForTests, keyof ServerForTests> {
  readonly dataDir: string;
  start(): Promise<void>;
  /**
   * Stops it, and deletes the folder that it made.
   * @throws when it ends badly, or logged an unexpected error
   */
  stop(): Promise<void>;
}

export class LarderProcess extends ServerForTests implements LarderServer {
  readonly #options: ProcessOptions;
  #child: ChildProcess | undefined;
  #closed: Promise<{ code: number | null; signal: NodeJS.Signals | null }> | undefined;
  #url: string | undefined;
  #dataDir: string | undefined;

  constructor(options: ProcessOptions = {}) {
    super();
    this.#options = options;
    this.#dataDir = options.dataDir;
  }

  get url(): string {
    return started(this.#url);
  }

  get dataDir(): string {
    return started(this.#dataDir);
  }

  get pid(): number {
    return started(this.#child?.pid);
  }

  async start(): Promise<void> {
    this.#dataDir ??= await newDataFolder();
    const again = this.#url ? Number(new URL(this.#url).port) : undefined;
    const [command = process.execPath, ...words] = this.#options.through ?? [];
    const program = [this.#options.entry ?? QUICK];
    const child = spawn(command, words.length > 0 ? [...words, process.execPath, ...program] : program, {
      cwd: root,
      env: {
        ...(await whereKept(this.#dataDir)),
        ...cleanEnvironment(again ?? this.#options.port ?? 0, this.#options.env),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.#closed = new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
    dieWithTheTests(child);
    try {
      this.#url = await this.#ready(child);
    } catch (error) {
      this.#child = undefined;
      await this.#removeOwnFolder();
      throw error;
    }
  }

  async stop(): Promise<void> {
    try {
      await this.#end();
    } finally {
      await this.#removeOwnFolder();
    }
    this.output.throwUnexpectedErrors();
  }

  /** On the same data and port. */
  async restart(): Promise<void> {
    await this.#end();
    await this.start();
  }

  /** As a power cut does; start() brings it back. */
  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL');
    await this.#closed;
    this.#child = undefined;
  }

  async #end(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#child = undefined;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN);
    const end = await this.#closed;
    clearTimeout(timer);
    if (end?.code !== 0 && end?.signal !== 'SIGTERM')
      throw new Error(`The server ended with ${end?.signal ?? end?.code}:\n${this.output.text}`);
  }

  async #removeOwnFolder(): Promise<void> {
    if (this.#dataDir && !this.#options.dataDir) await rm(this.#dataDir, { recursive: true, force: true });
  }

  #ready(child: ChildProcess): Promise<string> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`The server ${why}:\n${this.output.text}`));
      const timer = setTimeout(() => {
        child.kill('SIGKILL');
        fail(`was not ready in ${READY_WITHIN} ms`);
      }, READY_WITHIN);
      this.output.read(child, (url) => {
        clearTimeout(timer);
        resolve(url);
      });
      child.once('close', (code, signal) => {
        clearTimeout(timer);
        fail(`ended with ${signal ?? code} before it was ready`);
      });
    });
  }
}

/** Starts a process and waits until it is ready. Two may share one dataDir. */
export async function startServer(options: ProcessOptions = {}): Promise<LarderProcess> {
  const server = new LarderProcess(options);
  await server.start();
  return server;
}

function cleanEnvironment(port: number, settings: ServerOptions['env']): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR, LOG_LEVEL: 'info', PORT: String(port), ...settings };
}

function dieWithTheTests(child: ChildProcess): void {
  const kill = () => child.kill('SIGKILL');
  // Before its folder is removed.
  process.prependOnceListener('exit', kill);
  child.once('close', () => process.off('exit', kill));
}

function started<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The server is not started');
  return value;
}
