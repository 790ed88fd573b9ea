import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { aptGet, canInstall } from './apt.mjs';
import { Trouble } from './project.mjs';

/** First the one that draws no window of its own: with it the tests take a quarter less. */
const HEADLESS = 'chromium-headless-shell';
const names = [HEADLESS, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const fonts = 'fonts-liberation';

/**
 * The path of a Chromium: what CHROMIUM says, or the first one on PATH.
 * @returns {string | undefined}
 */
export function findBrowser() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isProgram);
}

/**
 * Finds a Chromium that runs, and installs one where that can be done without asking.
 * @returns {string} its path
 */
export function ensureBrowser() {
  const found = findBrowser() ?? install();
  if (spawnSync(found, ['--version'], { stdio: 'ignore' }).status === 0) return found;
  throw new Trouble(`The browser ${found} does not run. Set CHROMIUM to the path of one that does.`);
}

function install() {
  const add = (/** @type {string} */ name) => ['install', '-y', '--no-install-recommends', name, fonts];
  if (!canInstall()) throw new Trouble(advice());
  console.log('Installing Chromium, which the tests need: about a minute.');
  // Some releases only have the whole browser.
  if (!aptGet(['update']) || !(aptGet(add(HEADLESS)) || aptGet(add('chromium'))))
    throw new Trouble(`Chromium was not installed.\n${advice()}`);
  const found = findBrowser();
  if (!found) throw new Trouble(`Chromium was installed but is not on PATH.\n${advice()}`);
  return found;
}

function advice() {
  const isDebian = existsSync('/etc/debian_version');
  return `The tests need Chromium. ${
    isDebian ? `Run: sudo apt-get install ${HEADLESS} ${fonts}` : 'Install it with your system.'
  }\nOr set CHROMIUM to the path of a Chromium or Chrome.`;
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
