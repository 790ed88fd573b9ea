// What quick-server.mjs runs, one after another.
import { importBuilt } from '../../bin/lib/project.mjs';
import { host } from './host.mjs';
import { QUICK_COST } from './quick-cost.mjs';

const { Passwords } = await importBuilt('src/accounts/password.js');
const { readConfig } = await importBuilt('src/config.js');
const { openLarder } = await importBuilt('src/larder.js');
const { makeLogger } = await importBuilt('src/web/log.js');
const passwords = new Passwords(QUICK_COST);

host((settings) => {
  const config = readConfig(settings);
  const logger = makeLogger(config.logLevel, process.stdout);
  return openLarder({ config, logger, passwords, proveKept: true });
});
