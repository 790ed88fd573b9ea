import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * A path inside the project.
 * @param {string[]} parts
 */
export function inProject(...parts) {
  return path.join(root, ...parts);
}

/** Something that went wrong and needs no stack: its message says what, and what to do. */
export class Trouble extends Error {}

/**
 * Runs the work of a command; trouble is told in words, and the exit code is 1.
 * @param {() => unknown} work
 */
export async function command(work) {
  endWithNpm();
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}

// A signal to npm ends the shell that npm starts, and would leave this process behind without a parent.
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  timer.unref();
}

/**
 * Runs a tool that npm installed, and shows what it prints.
 * @param {string} script the tool's own file under node_modules
 * @param {string[]} args
 * @returns {boolean} whether it succeeded
 */
export function runTool(script, args) {
  const tool = inProject('node_modules', script);
  return spawnSync(process.execPath, [tool, ...args], { cwd: root, stdio: 'inherit' }).status === 0;
}

/**
 * Runs a tool that npm installed, beside others.
 * @param {string} script the tool's own file under node_modules
 * @param {string[]} args
 * @returns {Promise<{ succeeded: boolean, printed: string }>}
 */
export async function runToolBeside(script, args) {
  const child = spawn(process.execPath, [inProject('node_modules', script), ...args], { cwd: root });
  /** @type {Buffer[]} */
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  return { succeeded: code === 0, printed: Buffer.concat(chunks).toString() };
}

/**
 * Runs Node until it ends, passing on the signals that this process gets.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code
 */
export function runNode(args, env = process.env) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env });
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const passOn = signals.map((signal) => /** @type {const} */ ([signal, () => child.kill(signal)]));
  for (const [signal, kill] of passOn) process.on(signal, kill);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      for (const [signal, kill] of passOn) process.off(signal, kill);
      resolve(code ?? 1);
    });
  });
}

/**
 * Loads a module of the built program into this process.
 * @param {string} module its path under dist
 */
export function importBuilt(module) {
  return import(pathToFileURL(inProject('dist', module)).href);
}

/** Takes settings from the file .env, if there is one; what the environment says already stands. */
export function readEnvFile() {
  if (existsSync(inProject('.env'))) process.loadEnvFile(inProject('.env'));
}
