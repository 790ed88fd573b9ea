import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { command, importBuilt, readEnvFile, root, Trouble } from './lib/project.mjs';
import { openStock } from './lib/stock.mjs';

// Makes a link by which somebody who forgot the password sets a new one, for whoever runs this Larder.
await command(async () => {
  const [username] = process.argv.slice(2);
  if (!username) throw new Trouble('Say whom it is for: npm run sign-in-link -- USERNAME');
  await ensureInstalled();
  ensureBuilt();
  process.chdir(root);
  readEnvFile();
  const { readConfig } = await importBuilt('src/config.js');
  const config = readConfig(process.env);
  const { linkByHost } = await importBuilt('src/households/link-for-member.js');
  const db = await openStock(config);
  try {
    const token = await linkByHost(db, username, new Date());
    if (!token) throw new Trouble(`Nobody here signs in as ${username}.`);
    const origin = config.origin ?? `http://${config.host}:${config.port}`;
    console.log(`${origin}/login/link/${token}`);
    console.log(`It lets ${username} choose a new password, once, within 24 hours. ${username} is told so.`);
  } finally {
    await db.destroy();
  }
});
