import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { command, importBuilt, readEnvFile, root, Trouble } from './lib/project.mjs';
import { openStock } from './lib/stock.mjs';

// Looks through the data (of DATABASE_URL, or in DATA_DIR) without changing anything; Larder may run meanwhile.
await command(async () => {
  await ensureInstalled();
  ensureBuilt();
  process.chdir(root);
  readEnvFile();
  const { readConfig } = await importBuilt('src/config.js');
  const problems = await check(await openStock(readConfig(process.env)));
  if (problems.length > 0) throw new Trouble(`${problems.length} problems:\n${problems.join('\n')}`);
  console.log('The stock is just what the journal says, and the data are sound.');
});

/** @param {Awaited<ReturnType<typeof openStock>>} db @returns {Promise<string[]>} */
async function check(db) {
  const { findDamage } = await importBuilt('src/database/soundness.js');
  const { checkLetters } = await importBuilt('src/food-names/food-words.repository.js');
  const { checkStock, listHouseholdIds } = await importBuilt('src/history/check.repository.js');
  try {
    const problems = [...(await findDamage(db)), ...(await checkLetters(db))];
    for (const id of await listHouseholdIds(db)) {
      const { itemCount, entryCount, problems: own } = await checkStock(db, id);
      console.log(`Household ${id}: ${itemCount} items, ${entryCount} journal entries`);
      problems.push(...own.map((/** @type {string} */ problem) => `Household ${id}: ${problem}`));
    }
    return problems;
  } finally {
    await db.destroy();
  }
}
