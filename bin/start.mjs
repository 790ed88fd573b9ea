import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { command, importBuilt, readEnvFile, root } from './lib/project.mjs';

await command(async () => {
  await ensureInstalled();
  ensureBuilt();
  process.chdir(root);
  readEnvFile();
  // In this process, so that signals reach the server itself.
  await importBuilt('src/server.js');
});
