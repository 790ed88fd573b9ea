import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { command, inProject, runNode } from './lib/project.mjs';

await command(async () => {
  await ensureInstalled();
  ensureBuilt();
  const tsx = inProject('node_modules/tsx/dist/cli.mjs');
  const env = { ...process.env, CHROMIUM: ensureBrowser() };
  process.exitCode = await runNode([tsx, 'docs/pictures.ts', ...process.argv.slice(2)], env);
});
