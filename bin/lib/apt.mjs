import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** True where programs can be installed without asking. */
export function canInstall() {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

/** @param {string[]} args @returns {boolean} whether it succeeded */
export function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['-q', ...args], { stdio: 'inherit', env }).status === 0;
}
