import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Does work that two processes must not do at once: the other one waits. Whoever is at it listens on a local socket,
 * which the system closes with the process, so that one that was killed holds nobody up.
 * @template T
 * @param {string} what a name for the work, the same in each process
 * @param {() => Promise<T>} work
 * @param {() => void} [waiting] called when another process is at it
 * @returns {Promise<T>}
 */
export async function alone(what, work, waiting = () => {}) {
  const address = addressOf(what);
  for (;;) {
    const release = await take(address);
    if (release) return work().finally(release);
    waiting();
    await released(address);
  }
}

/** @param {string} what */
function addressOf(what) {
  const name = `larder-${createHash('sha256').update(what).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(tmpdir(), name);
}

/**
 * @param {string} address
 * @returns {Promise<(() => void) | undefined>} what gives it back; undefined when another process has it
 */
function take(address) {
  /** @type {Set<net.Socket>} */
  const waiting = new Set();
  const server = net.createServer((socket) => {
    waiting.add(socket.on('error', () => {}));
  });
  const release = () => {
    server.close();
    for (const socket of waiting) socket.destroy();
  };
  return new Promise((resolve, reject) => {
    server.once('error', (error) => (codeOf(error) === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(address, () => resolve(release));
  });
}

/**
 * Waits until the process that has the address lets go of it, or ends.
 * @param {string} address
 */
function released(address) {
  return new Promise((resolve) => {
    const socket = net.connect(address);
    // Nobody listens: a process that was killed left its name behind.
    socket.once('error', (error) => codeOf(error) === 'ECONNREFUSED' && rmSync(address, { force: true }));
    socket.once('close', resolve);
    socket.resume();
  });
}

/** @param {Error} error */
function codeOf(error) {
  return 'code' in error ? error.code : undefined;
}
