import { ensureInstalled } from './lib/install.mjs';
import { command, inProject, readEnvFile, runNode } from './lib/project.mjs';

await command(async () => {
  await ensureInstalled();
  readEnvFile();
  const tsx = inProject('node_modules/tsx/dist/cli.mjs');
  process.exitCode = await runNode([tsx, 'watch', '--clear-screen=false', 'src/server.ts']);
});
