import { beforeEach, describe, expect, test } from 'vitest';
import { type Database, isUniqueViolation } from '../../src/database/database.js';
import { insertHousehold, insertMembership } from '../../src/members/household.repository.js';
import { calledName, type Member } from '../../src/members/member.js';
import {
  countUsers,
  deleteUser,
  findCredentials,
  findMember,
  findPasswordHash,
  insertUser,
  replacePasswordHash,
  setCurrentHousehold,
  updateProfile,
} from '../../src/members/user.repository.js';
import { freshDatabase, NOON, newcomer } from '../stock/households.js';

let db: Database;
let ada: Member;
let ben: Member;

beforeEach(async () => {
  db = await freshDatabase();
  ada = await newcomer(db, 'Ada');
  ben = await newcomer(db, 'ben');
});

const named = (username: string) => ({ username, firstName: '', lastName: '' });

describe('A username', () => {
  test.each(['Ada', 'ada', 'ADA', 'Ａda'])('%s is taken by Ada', async (username) => {
    const taken = insertUser(db, { ...named(username), passwordHash: 'x' }, NOON);
    expect(isUniqueViolation(await taken.catch((error: unknown) => error))).toBe(true);
    const renamed = updateProfile(db, ben.user.id, named(username));
    expect(isUniqueViolation(await renamed.catch((error: unknown) => error))).toBe(true);
    expect(await countUsers(db)).toBe(2);
    expect((await findMember(db, ben.user.id))?.user.username).toBe('ben');
  });

  test('signs in whatever its case, and is shown as it was typed', async () => {
    const expected = { id: ada.user.id, passwordHash: 'hash of Ada' };
    for (const typed of ['Ada', 'ada', ' ADA ']) expect(await findCredentials(db, typed)).toEqual(expected);
    expect((await findMember(db, ada.user.id))?.user.username).toBe('Ada');
    expect(await findCredentials(db, 'Adah')).toBeUndefined();
  });

  test('is free again once it is given up', async () => {
    await updateProfile(db, ada.user.id, named('countess'));
    expect(await findCredentials(db, 'ada')).toBeUndefined();
    await updateProfile(db, ben.user.id, named('ada'));
    expect((await findCredentials(db, 'ADA'))?.id).toBe(ben.user.id);
  });
});

describe('A member', () => {
  test('is the user with the household that is current', async () => {
    expect(await findMember(db, ada.user.id)).toMatchObject(ada);
    expect(await findMember(db, 999)).toBeUndefined();
  });

  test('of two households sees the one that was chosen', async () => {
    await insertMembership(db, { householdId: ben.household.id, userId: ada.user.id, role: 'member' }, NOON);
    expect((await findMember(db, ada.user.id))?.household).toEqual(ada.household);
    await setCurrentHousehold(db, ada.user.id, ben.household.id);
    expect((await findMember(db, ada.user.id))?.household).toEqual(ben.household);
  });

  test('sees a household of their own, never one that they are no member of', async () => {
    const eves = await insertHousehold(db, { name: 'Eve’s', timeZone: 'UTC' }, NOON);
    await setCurrentHousehold(db, ada.user.id, eves.id);
    expect((await findMember(db, ada.user.id))?.household).toEqual(ada.household);
  });

  test('is called by the first name, or else by the username', () => {
    expect(calledName({ ...ada.user, firstName: 'Augusta' })).toBe('Augusta');
    expect(calledName({ ...ada.user, firstName: '' })).toBe('Ada');
  });
});

describe('A change of one user leaves the other alone', () => {
  test('of the profile', async () => {
    await updateProfile(db, ada.user.id, { username: 'countess', firstName: 'Augusta', lastName: 'King' });
    expect((await findMember(db, ada.user.id))?.user).toMatchObject({
      username: 'countess',
      lastName: 'King',
    });
    expect(await findMember(db, ben.user.id)).toMatchObject(ben);
  });

  test('of the password', async () => {
    expect(await replacePasswordHash(db, ada.user.id, 'hash of Ada', 'another')).toBe(true);
    expect(await findPasswordHash(db, ada.user.id)).toBe('another');
    expect(await findPasswordHash(db, ben.user.id)).toBe('hash of ben');
    expect(await findPasswordHash(db, 999)).toBeUndefined();
  });

  test('of the password, which stays when it is another by now', async () => {
    await replacePasswordHash(db, ada.user.id, 'hash of Ada', 'another');
    expect(await replacePasswordHash(db, ada.user.id, 'hash of Ada', 'a third')).toBe(false);
    expect(await findPasswordHash(db, ada.user.id)).toBe('another');
  });

  test('by deleting it', async () => {
    await deleteUser(db, ada.user.id);
    expect(await findMember(db, ada.user.id)).toBeUndefined();
    expect(await findMember(db, ben.user.id)).toMatchObject(ben);
  });
});
