import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { deleteAccount } from '../../src/accounts/delete-account.js';
import type { Database } from '../../src/database/database.js';
import { FileBusy } from '../../src/database/when-free.js';
import { deleteItem } from '../../src/items/item-changes.repository.js';
import {
  deleteHousehold,
  insertMembership,
  listHouseholdsOfOnly,
  listMembers,
  updateHousehold,
} from '../../src/members/household.repository.js';
import type { Member } from '../../src/members/member.js';
import { findMember } from '../../src/members/user.repository.js';
import type { KeptForms } from '../../src/session/kept-forms.js';
import { SqliteKeptForms } from '../../src/session/store/sqlite/kept-forms.js';
import { openSessionDatabase } from '../../src/session/store/sqlite/session-database.js';
import { countStock } from '../../src/stock/stock.repository.js';
import { freshDatabase, NOON, newcomer, put, some } from '../stock/households.js';
import { openSqlite, temporaryFolder } from '../support/database.js';

let db: Database;
let sessions: ReturnType<typeof openSessionDatabase>;
let keptForms: KeptForms;
let ada: Member;
let ben: Member;

beforeEach(async () => {
  db = await freshDatabase();
  sessions = openSessionDatabase(path.join(temporaryFolder(), 'sessions.sqlite'));
  sessions.pragma('busy_timeout = 0');
  keptForms = new SqliteKeptForms(sessions);
  ada = await newcomer(db, 'ada');
  ben = await newcomer(db, 'ben');
});

const joins = (member: Member, household: Member['household'], day: number) =>
  insertMembership(
    db,
    { householdId: household.id, userId: member.user.id, role: 'member' },
    new Date(`2026-03-${day}T12:00:00Z`),
  );
const householdsNamed = async () =>
  (await db.selectFrom('households').select('name').execute()).map((h) => h.name);

describe('A household', () => {
  test('lists its own members, the longest first', async () => {
    const cleo = await newcomer(db, 'cleo');
    await joins(cleo, ada.household, 20);
    await joins(ben, ada.household, 10);
    const members = await listMembers(db, ada.household.id);
    expect(members.map(({ username, role }) => [username, role])).toEqual([
      ['ada', 'owner'],
      ['ben', 'member'],
      ['cleo', 'member'],
    ]);
    expect((await listMembers(db, ben.household.id)).map(({ username }) => username)).toEqual(['ben']);
  });

  test('is renamed without touching the other', async () => {
    await updateHousehold(db, ada, { name: '14 Mill Lane', timeZone: 'Europe/Dublin' });
    expect((await findMember(db, ada.user.id))?.household).toMatchObject({ timeZone: 'Europe/Dublin' });
    expect((await findMember(db, ben.user.id))?.household).toEqual(ben.household);
  });

  test('is deleted with all that is in it, and nothing of the other', async () => {
    const { id } = await put(db, ada, 'Fridge', some('Milk'));
    await put(db, ada, 'Pantry', some('Rice'));
    await deleteItem(db, ada, id, NOON);
    await put(db, ben, 'Fridge', some('Beer'));
    await deleteHousehold(db, ada.household.id);
    expect(await countStock(db, ada.household.id)).toEqual({ placeCount: 0, itemCount: 0 });
    expect(await countStock(db, ben.household.id)).toEqual({ placeCount: 3, itemCount: 1 });
    const foods = await db.selectFrom('foods').select('household_id').execute();
    const actions = await db.selectFrom('actions').select('household_id').execute();
    expect(new Set([...foods, ...actions].map((row) => row.household_id))).toEqual(
      new Set([ben.household.id]),
    );
  });
});

describe('The households that end with a user', () => {
  test('are those with no other member', async () => {
    expect(await listHouseholdsOfOnly(db, ada.user.id)).toMatchObject([{ id: ada.household.id }]);
    await joins(ben, ada.household, 10);
    expect(await listHouseholdsOfOnly(db, ada.user.id)).toEqual([]);
    expect(await listHouseholdsOfOnly(db, ben.user.id)).toMatchObject([{ id: ben.household.id }]);
  });
});

describe('Deleting an account', () => {
  test('takes the household along when nobody else is in it', async () => {
    await put(db, ada, 'Fridge', some('Milk'));
    await deleteAccount({ db, keptForms }, ada.user.id);
    expect(await findMember(db, ada.user.id)).toBeUndefined();
    expect(await householdsNamed()).toEqual([ben.household.name]);
    expect(await findMember(db, ben.user.id)).toMatchObject(ben);
  });

  test('leaves a shared household with all of its food, and an owner', async () => {
    await put(db, ada, 'Fridge', some('Milk'));
    const cleo = await newcomer(db, 'cleo');
    await joins(cleo, ada.household, 20);
    await joins(ben, ada.household, 10);
    await deleteAccount({ db, keptForms }, ada.user.id);
    expect(await countStock(db, ada.household.id)).toEqual({ placeCount: 3, itemCount: 1 });
    const members = await listMembers(db, ada.household.id);
    expect(members.map(({ username, role }) => [username, role])).toEqual([
      ['ben', 'owner'],
      ['cleo', 'member'],
    ]);
  });

  test('names one new owner even when two joined in the same moment', async () => {
    const cleo = await newcomer(db, 'cleo');
    await joins(cleo, ada.household, 10);
    await joins(ben, ada.household, 10);
    await deleteAccount({ db, keptForms }, ada.user.id);
    const owners = (await listMembers(db, ada.household.id)).filter(({ role }) => role === 'owner');
    expect(owners.map(({ username }) => username)).toEqual(['ben']);
  });

  test('is not done while the forms kept for them can’t be forgotten', async () => {
    const form = { owner: ada.user.id, page: '/places/new', values: { name: 'Shed' } };
    const key = await keptForms.keep(form);
    const other = openSqlite(sessions.name);
    other.exec('begin immediate');
    await expect(deleteAccount({ db, keptForms }, ada.user.id)).rejects.toThrow(FileBusy);
    expect(await findMember(db, ada.user.id)).toMatchObject(ada);
    other.exec('rollback');
    expect(await keptForms.find(key, ada.user.id)).toEqual(form);
    await deleteAccount({ db, keptForms }, ada.user.id);
    expect(await keptForms.find(key, ada.user.id)).toBeUndefined();
  });

  test('of the one who only joined leaves the owner as it was', async () => {
    await joins(ben, ada.household, 10);
    await deleteAccount({ db, keptForms }, ben.user.id);
    expect(await listMembers(db, ada.household.id)).toMatchObject([{ username: 'ada', role: 'owner' }]);
    expect(await householdsNamed()).toEqual([ada.household.name]);
  });
});
