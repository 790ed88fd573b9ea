import { Passwords } from '../../src/accounts/password.js';
import type { Database } from '../../src/database/database.js';
import { insertUser } from '../../src/members/user.repository.js';
import { makeHousehold } from '../../src/places/new-household.js';
import { invite, joinBy } from './households.js';
import { PASSWORD, type Person, signIn, uniqueName } from './people.js';
import { QUICK_COST } from './quick-cost.mjs';
import type { Visitor } from './visitor.js';

const HASH = new Passwords(QUICK_COST).hash(PASSWORD);
const LONG_AGO = new Date('2026-01-01T00:00:00Z');

/** Ada and Grace in 14 Mill Lane; Grace has The Mill too. */
export async function adaAndGrace(larder: {
  db: Database;
  visitor(): Visitor;
}): Promise<[ada: Person, grace: Person]> {
  const ada = await settled(larder, 'Ada', '14 Mill Lane');
  const grace = await settled(larder, 'Grace', 'The Mill');
  await joinBy(grace, await invite(ada));
  return [ada, grace];
}

/** Somebody who signed up long ago and is signed in. */
export async function settled(
  { db, visitor }: { db: Database; visitor(): Visitor },
  firstName: string,
  householdName: string,
): Promise<Person> {
  const username = uniqueName(firstName.toLowerCase());
  const passwordHash = await HASH;
  await db.transaction().execute(async (trx) => {
    const user = await insertUser(trx, { username, passwordHash, firstName, lastName: '' }, LONG_AGO);
    await makeHousehold(trx, user, { name: householdName, timeZone: 'UTC' }, LONG_AGO);
  });
  return signIn(visitor(), { username, password: PASSWORD });
}
