import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { addPutAway } from '../../src/items/item-entry.repository.js';
import type { Member } from '../../src/members/member.js';
import { search } from '../../src/pages/search/search.repository.js';
import { freshDatabase, NOON, newcomer, placeOf, some } from '../stock/households.js';
import { Choices } from '../support/seeded.js';
import { NAMES, OTHERS, SAME, WITHIN } from './names.js';

const ALL = Object.values(NAMES).flat();
/** Written without an alphabet: of these one character is enough. */
const CHARACTERS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{So}]/u;

let db: Database;
beforeAll(async () => {
  db = await freshDatabase();
});

let people = 0;

/** Somebody who has such foods, and nothing else. */
async function having(names: string[]): Promise<Member> {
  people += 1;
  const member = await newcomer(db, `person-${people}`);
  const pantry = await placeOf(db, member, 'Pantry');
  const contents = names.map((name) => some(name));
  await db.transaction().execute((trx) => addPutAway(trx, member, pantry, contents, NOON));
  return member;
}

const found = async (member: Member, text: string) =>
  (await search(db, member, text, 5_000)).foods.map(({ name }) => name);

/** A name, and what one types on the way to it: from its second letter on, from its first of characters. */
function starts(name: string): string[] {
  const letters = [...name];
  const all = letters.map((_, n) => letters.slice(0, n + 1).join(''));
  return all.filter(
    (start) => start === name || CHARACTERS.test(start) || /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(start),
  );
}

/** Those starts by which a food is not found. */
async function missing(member: Member, names: string[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const name of names) {
    for (const start of starts(name))
      if (!(await found(member, start)).includes(name)) wrong.push(`${start} → ${name}`);
  }
  return wrong;
}

describe('A food is found by its own name and by every start of it', () => {
  test('of names from all over the world', async () => {
    expect(ALL.length).toBeGreaterThanOrEqual(120);
    expect(await missing(await having(ALL), ALL)).toEqual([]);
  });

  test('of names that were typed letter by letter, whatever the letters', async () => {
    const random = new Choices('letters of the world');
    const alphabets = Object.values(NAMES).map((names) => [...new Set(names.join(''))]);
    const anything = alphabets.flat();
    const names = Array.from({ length: 200 }, () => {
      const letters = random.chance(0.8) ? random.oneOf(alphabets) : anything;
      return Array.from({ length: 1 + random.below(9) }, () => random.oneOf(letters)).join('');
    }).map((name) => name.normalize('NFC').replace(/\s+/g, ' ').trim());
    const visible = [...new Set(names)].filter((name) => /[\p{L}\p{N}\p{So}]/u.test(name));
    const member = await having(visible);
    // Two names may be one food, by the name that came first.
    const kept = await db
      .selectFrom('foods')
      .select('name')
      .where('household_id', '=', member.household.id)
      .execute();
    expect(kept.length).toBeGreaterThan(150);
    expect(
      await missing(
        member,
        kept.map(({ name }) => name),
      ),
    ).toEqual([]);
  });
});

describe('However it is typed', () => {
  test.each(SAME)('%s finds %s, and nothing else', async (text, name) => {
    const decoys = ['Zwieback', 'Хлеб', 'パスタ', '米'];
    const member = await having([name, ...decoys]);
    expect(await found(member, text)).toEqual([name]);
    expect((await search(db, member, text, 1)).foods[0]?.nearness).toBe('the same');
  });

  test.each(WITHIN)('%s is found inside of %s', async (text, name) => {
    const member = await having([name, 'Zwieback', 'Хлеб', '米']);
    expect(await found(member, text)).toEqual([name]);
  });

  test.each(OTHERS)('%s is not %s', async (text, name) => {
    const member = await having([name]);
    expect(await found(member, text)).toEqual([]);
  });

  test('a sound that a mark makes another comes after those that begin so', async () => {
    const member = await having(['パン', 'ハム', 'バター']);
    const foods = (await search(db, member, 'は', 50)).foods.map(({ name, nearness }) => [name, nearness]);
    expect(foods[0]).toEqual(['ハム', 'begins so']);
    expect(foods.slice(1).map(([, nearness]) => nearness)).toEqual([
      'spelled nearly so',
      'spelled nearly so',
    ]);
  });
});
