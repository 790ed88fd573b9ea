import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { aptGet, canInstall } from './apt.mjs';
import { Trouble } from './project.mjs';

/** Where Debian puts PostgreSQL, a folder for each version. */
const VERSIONS = '/usr/lib/postgresql';
const OLDEST = 15;
const ADVICE = `The tests need PostgreSQL ${OLDEST} or newer. Run: sudo apt-get install postgresql\nIt need not be running: the tests start one of their own.`;

/** Sees to it that a PostgreSQL is installed; none is started. */
export function ensurePostgres() {
  if (isThere()) return;
  if (!canInstall()) throw new Trouble(ADVICE);
  console.log('Installing PostgreSQL, which the tests need: about a minute.');
  // Debian's package would make a database and start it.
  mkdirSync('/etc/postgresql-common', { recursive: true });
  const settings = '/etc/postgresql-common/createcluster.conf';
  if (!existsSync(settings)) writeFileSync(settings, 'create_main_cluster = false\n');
  const install = [
    'install',
    '-y',
    '--no-install-recommends',
    '-o',
    'Dpkg::Options::=--force-confold',
    'postgresql',
  ];
  if (!aptGet(['update']) || !aptGet(install) || !isThere())
    throw new Trouble(`PostgreSQL was not installed.\n${ADVICE}`);
}

function isThere() {
  return existsSync(VERSIONS) && readdirSync(VERSIONS).some((version) => Number(version) >= OLDEST);
}
