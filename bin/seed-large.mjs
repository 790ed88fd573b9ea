import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { command, importBuilt, Trouble } from './lib/project.mjs';

// Fills an empty folder: npm run seed:large -- FOLDER
await command(async () => {
  const [folder] = process.argv.slice(2);
  if (!folder) throw new Trouble('Say which folder to fill: npm run seed:large -- FOLDER');
  const dataDir = path.resolve(folder);
  if (existsSync(path.join(dataDir, 'larder.sqlite'))) throw new Trouble(`There is a Larder in ${dataDir}.`);
  await ensureInstalled();
  ensureBuilt();
  console.log('Seeding 5,000 items and 100,000 journal entries: about a minute.');
  const { seedLargeFolder } = await importBuilt('src/demo/seed-large.js');
  const { username, password } = await seedLargeFolder(dataDir);
  console.log(`Done. DATA_DIR=${folder} npm start serves it; sign in as ${username} with ${password}`);
});
