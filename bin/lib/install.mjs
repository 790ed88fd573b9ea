import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { alone } from './alone.mjs';
import { inProject, root, Trouble } from './project.mjs';

const stampFile = inProject('node_modules', '.larder-installed');

/** Installs what package-lock.json names, unless that is what is there already. */
export async function ensureInstalled() {
  refuseOldNode();
  if (isInstalled()) return;
  // Two that installed at once would take each other's files away.
  const tellOfOther = () => console.log('Another command is installing what Larder needs: waiting for it.');
  await alone(root, installUnlessDone, tellOfOther);
}

function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wantedStamp();
}

async function installUnlessDone() {
  if (isInstalled()) return;
  if (!(isInstalledByHand() && loadsNativeParts())) await install();
  writeFileSync(stampFile, wantedStamp());
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 17)) return;
  throw new Trouble(`Larder needs Node.js 20.17 or newer; this is ${process.versions.node}.`);
}

// Native parts are compiled for one ABI of Node: another Node means another installation.
function wantedStamp() {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json']) hash.update(readFileSync(inProject(file)));
  const { platform, arch, versions } = process;
  return [hash.digest('hex'), platform, arch, versions.modules].join(' ');
}

/** True when `npm install` left just what package-lock.json names, as after adding a package. */
function isInstalledByHand() {
  const installed = readJson('node_modules/.package-lock.json')?.packages;
  const { '': project, ...locked } = readJson('package-lock.json')?.packages ?? {};
  if (!installed || !project) return false;
  const { dependencies, devDependencies } = readJson('package.json') ?? {};
  if (!isSame([dependencies, devDependencies], [project.dependencies, project.devDependencies])) return false;
  const folders = new Set([...Object.keys(installed), ...Object.keys(locked)]);
  return [...folders].every((folder) => {
    if (!installed[folder]) return locked[folder]?.optional;
    return installed[folder].integrity === locked[folder]?.integrity;
  });
}

async function install() {
  if (isLink(inProject('node_modules')))
    throw new Trouble(
      'node_modules is a link: an installation would change the folder that it leads to. Remove it.',
    );
  console.log('Installing what Larder needs. The first time compiles SQLite: about a minute or two.');
  const since = Date.now();
  const timer = setInterval(() => {
    console.log(`Still installing (${Math.round((Date.now() - since) / 1000)} s) …`);
  }, 10_000);
  const succeeded = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  clearInterval(timer);
  if (!succeeded) throw new Trouble(`The installation failed; npm's words are above.\n${compilerAdvice}`);
  if (!loadsNativeParts())
    throw new Trouble(`better-sqlite3 or bcrypt was installed but can't be loaded here.\n${compilerAdvice}`);
  console.log('Installed.');
}

/** @param {string} file */
function isLink(file) {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

const compilerAdvice = `Check that this machine has a C++ compiler, make and python3 (on Debian or Ubuntu:
apt-get install build-essential python3), that npm reaches its registry, and that package.json and
package-lock.json belong together. Then try again.`;

/** @param {string[]} args @returns {Promise<boolean>} */
function runNpm(args) {
  const npm = process.env.npm_execpath;
  const isNpm = npm?.endsWith('npm-cli.js');
  const child = isNpm
    ? spawn(process.execPath, [npm ?? '', ...args], { cwd: root, stdio: 'inherit' })
    : spawn('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}

// In another process: a native part that crashes must not take this one along.
function loadsNativeParts() {
  const trial = `require('bcrypt'); new (require('better-sqlite3'))(':memory:').close()`;
  return spawnSync(process.execPath, ['-e', trial], { cwd: root, stdio: 'ignore' }).status === 0;
}

/** @param {string} file */
function readJson(file) {
  return existsSync(inProject(file)) ? JSON.parse(readFileSync(inProject(file), 'utf8')) : undefined;
}

/** @param {unknown} one @param {unknown} other */
function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
