import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { command, importBuilt, inProject, runNode } from './lib/project.mjs';

await command(async () => {
  await ensureInstalled();
  ensureBuilt();
  const dataDir = throwawayFolder();
  const { seedDemo } = await importBuilt('src/demo/seed.js');
  const { username, password } = await seedDemo({ dataDir });
  console.log(`\nA household full of food, kept only while this runs. Stop it with Ctrl-C.`);
  console.log(`Sign in as ${username} with the password ${password}\n`);
  process.exitCode = await runNode([inProject('dist/src/server.js')], await demoSettings(dataDir));
});

/** mkdtemp makes it with mode 0700. It goes away at every end of this process but a hard kill. */
function throwawayFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'larder-demo-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      // Once the server runs, its own end is waited for (see runNode).
      if (process.listenerCount(signal) === 1) process.exit(130);
    });
  return folder;
}

/**
 * Only what a demo needs: a real installation's data, address, proxy and secrets are not for it.
 * @param {string} dataDir
 */
async function demoSettings(dataDir) {
  const { DATABASE_URL, BASE_URL, TRUST_PROXY, SESSION_SECRET, SIGNUPS, ...env } = process.env;
  const host = env.HOST || '127.0.0.1';
  const port = env.PORT || ((await isFree(3000, host)) ? '3000' : '0');
  return { ...env, DATA_DIR: dataDir, HOST: host, PORT: port, LOG_LEVEL: env.LOG_LEVEL || 'warn' };
}

/**
 * @param {number} port @param {string} host
 * @returns {Promise<boolean>}
 */
function isFree(port, host) {
  return new Promise((resolve) => {
    const trial = createServer();
    trial.once('error', () => resolve(false));
    trial.listen(port, host, () => trial.close(() => resolve(true)));
  });
}
