import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { command, inProject, runNode } from './lib/project.mjs';

await command(async () => {
  await ensureInstalled();
  ensureBuilt();
  const tsx = inProject('node_modules/tsx/dist/cli.mjs');
  process.exitCode = await runNode([tsx, 'test/torture/run.ts', ...process.argv.slice(2)]);
});
