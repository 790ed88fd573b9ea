import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../bin/lib/browser.mjs';

/** Chromium's address bar takes as much time as all pages. */
const BESIDE = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];
/** Only the last switch of a name counts: these repeat Playwright's. */
const PLAYWRIGHTS = [
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

const QUIET = [
  `--disable-features=${[...PLAYWRIGHTS, ...BESIDE].join()}`,
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing leaves this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A headless Chromium with a new profile. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('There is no Chromium: run npm test, or set CHROMIUM to its path');
  // Chromium's sandbox refuses to run as root.
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath, args: isRoot ? ['--no-sandbox', ...QUIET] : QUIET });
}

export interface Violation {
  rule: string;
  help: string;
  where: string[];
}

export interface Asked {
  /** Tags, or rules by name. */
  rules?: string[];
  /** Rules that they have and that are not asked for. */
  without?: string[];
  /** A selector of what is judged; without it the whole page. */
  within?: string;
}

/** Breaches of accessibility rules on a page; expect none. */
export function axeViolations(page: Page, asked: Asked = {}): Promise<Violation[]> {
  const { rules = RULES, without = [], within } = asked;
  return withScript(page, async () => {
    if (!(await page.evaluate(() => 'axe' in window))) await addAxe(page);
    const options = {
      runOnly: rules,
      rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
      resultTypes: ['violations' as const],
    };
    return page.evaluate(
      async ({ within, options }) => {
        const { axe } = window as unknown as { axe: typeof import('axe-core') };
        const { violations } = await axe.run(within ?? document, options);
        return violations.map(({ id, help, nodes }) => ({
          rule: id,
          help,
          where: nodes.map((node) => node.target.join(' ')),
        }));
      },
      { within, options },
    );
  });
}

/** Through the debugger, which the CSP does not bind, and as it is: only so is it compiled once for many pages. */
async function addAxe(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { exceptionDetails } = await session.send('Runtime.evaluate', { expression: axeSource() });
  await session.detach();
  if (exceptionDetails) throw new Error(`axe does not start: ${exceptionDetails.text}`);
}

let source: string | undefined;

function axeSource(): string {
  source ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  return source;
}

/** Lets axe use timers on a page without script, then turns script off again. */
async function withScript<Result>(page: Page, work: () => Promise<Result>): Promise<Result> {
  if (!(await page.evaluate(() => matchMedia('(scripting: none)').matches))) return work();
  const session = await page.context().newCDPSession(page);
  const disable = (value: boolean) => session.send('Emulation.setScriptExecutionDisabled', { value });
  // A debugger session only undoes its own switch, and detaching it would leave script on.
  await disable(true);
  await disable(false);
  return work().finally(() => disable(true));
}
