import path from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/database/database.js';
import { checkStock, listHouseholdIds } from '../../src/history/check.repository.js';
import { withServers } from '../session/naive/using-naive.js';
import { openSqlite } from '../support/database.js';
import { Form } from '../support/form.js';
import type { Page } from '../support/page.js';
import { signUp } from '../support/people.js';
import { Choices } from '../support/seeded.js';
import type { LarderServer } from '../support/server.js';
import { Visitor } from '../support/visitor.js';

const ROUNDS = 15;
const SEED = 'undo race';
const DONE = /is back in|as it was|taken out again|done again/;

interface Entry {
  action: number;
  undoes: number | null;
  before: { id: number; quantity_milli: number } | null;
  after: { id: number; quantity_milli: number } | null;
}

it('an Undo that says it is done has brought back what its action took, however many tap at once', async () => {
  await withServers({ count: 2 }, async (one, other) => {
    const race = await startRace(one, other);
    for (let round = 0; round < ROUNDS; round += 1) await race.run(new Choices(SEED, round));
    // Both kinds of answer were met often.
    expect(race.undone).toBeGreaterThan(ROUNDS / 2);
    expect(race.refused).toBeGreaterThan(ROUNDS / 2);
    const db = openDatabase(path.join(one.dataDir, 'larder.sqlite'));
    for (const id of await listHouseholdIds(db)) expect((await checkStock(db, id)).problems).toEqual([]);
    await db.destroy();
  });
});

async function startRace(one: LarderServer, other: LarderServer) {
  const { visitor } = await signUp(one.visitor());
  const there = new Visitor(other.url, { cookies: visitor.cookies });
  const place = (await visitor.get('/')).link(/^Fridge/);
  const shelf = new URL(place).pathname;
  const file = openSqlite(path.join(one.dataDir, 'larder.sqlite'), { readonly: true });
  const entries = () => journal(file);
  const race = { undone: 0, refused: 0, run };
  return race;

  /**
   * Several take of one item and change it at once; then all Undo buttons that they were shown are pressed at once, some
   * twice, beside taps that are sent once more; and then those that came of it.
   */
  async function run(choices: Choices): Promise<void> {
    await (await visitor.get(shelf))
      .form(/\/items$/)
      .fill({ name: 'Eggs', quantity: '8' })
      .submit();
    const id = entries().at(-1)?.after?.id ?? 0;
    const pathname = `/items/${id}/edit`;
    const pages = await Promise.all([visitor.get(pathname), there.get(pathname), visitor.get(pathname)]);
    const taps = pages.map((page) => tapOn(page, id, choices));
    let shown = await Promise.all(taps.map((tap) => tap()));
    for (const page of shown) told(page, id);
    for (let burst = 0; burst < 2; burst += 1) {
      const again = taps.filter(() => choices.chance(0.3)).map((tap) => tap());
      shown = await pressAll(id, shown, choices);
      for (const page of await Promise.all(again)) told(page, id);
    }
    await oneByOne(id, shown);
  }

  /** As many say that it is done as were done. */
  async function pressAll(id: number, pages: Page[], choices: Choices): Promise<Page[]> {
    const count = () =>
      entries().filter(({ undoes, before, after }) => undoes !== null && (before ?? after)?.id === id).length;
    const links = pages.flatMap((page) => undoOf(page) ?? []);
    const before = count();
    const answers = await Promise.all(
      [...links, ...links.filter(() => choices.chance(0.5))].map((form) => form.submit()),
    );
    const said = answers.map((page) => page.flashes().join());
    const done = said.filter((text) => DONE.test(text)).length;
    expect([done, said]).toEqual([count() - before, said]);
    race.undone += done;
    race.refused += said.length - done;
    return answers;
  }

  /** Pressed alone, an Undo brings back just what its action took, or says why not and changes nothing. */
  async function oneByOne(id: number, pages: Page[]): Promise<void> {
    for (const form of pages.flatMap((page) => undoOf(page) ?? [])) {
      const before = entries();
      const [action = 0] = (/\d+/.exec(form.element.getAttribute('action') ?? '') ?? []).map(Number);
      const [text = ''] = (await form.submit()).flashes();
      const [made, ...more] = entries().slice(before.length);
      if (!DONE.test(text)) {
        expect([text, made]).toEqual([expect.stringMatching(/^Not undone|undone already/), undefined]);
        continue;
      }
      expect([made?.undoes, more]).toEqual([action, []]);
      const taken = before.find((entry) => entry.action === action);
      const left = file.prepare('select quantity_milli from items where id = ?').pluck().get(id);
      expect([text, left]).toEqual([text, taken?.before?.quantity_milli]);
    }
  }

  /** A message tells what the action did that its Undo would undo. */
  function told(page: Page, id: number): void {
    const [text = ''] = page.flashes();
    const form = undoOf(page);
    if (!form) return;
    const action = Number(/\d+/.exec(form.element.getAttribute('action') ?? '')?.[0]);
    const entry = entries().find((one) => one.action === action && (one.before ?? one.after)?.id === id);
    const gone = /all eaten|all thrown away|gone already|is deleted/.test(text);
    expect([text, entry?.after === null]).toEqual([text, gone]);
    const left = /(?:eaten|away), (\S+) left/.exec(text)?.[1];
    if (left) expect([text, entry?.after?.quantity_milli]).toEqual([text, Number(left) * 1000]);
  }
}

/** What somebody does on its page; sent again it is the same form. */
function tapOn(page: Page, id: number, choices: Choices): () => Promise<Page> {
  if (choices.chance(0.25)) {
    const edit = page.form(new RegExp(`^/items/${id}$`)).fill({ quantity: choices.oneOf(['3', '5']) });
    return () => edit.submit();
  }
  const form = page.form(new RegExp(`^/items/${id}/eaten$`)).fill({ amount: choices.oneOf(['2', '4', '']) });
  const button = choices.chance(0.7) ? 'Ate that' : 'Threw that away';
  return () => form.submit(button);
}

function undoOf(page: Page): Form | undefined {
  const element = page.query('.flash form[action$="/undo"]');
  return element ? new Form(page, element) : undefined;
}

function journal(file: ReturnType<typeof openSqlite>): Entry[] {
  const rows = file
    .prepare(
      `select a.id as action, a.undoes_action_id as undoes, e.before, e.after
       from journal_entries e join actions a on a.id = e.action_id where e.subject = 'item' order by e.id`,
    )
    .all() as { action: number; undoes: number | null; before: string | null; after: string | null }[];
  return rows.map(({ before, after, ...one }) => ({
    ...one,
    before: before && JSON.parse(before),
    after: after && JSON.parse(after),
  }));
}
