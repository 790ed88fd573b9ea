import { beforeEach, describe, expect, it } from 'vitest';
import type { Page } from '../support/page.js';
import { type Person, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import {
  commit,
  fillDetails,
  giveDetails,
  lineId,
  lineNames,
  linesOn,
  listFoods,
  placeId,
  start,
  toLines,
} from './steps.js';
import { Stored } from './stored.js';

const server = usingServer();
let ada: Person;
beforeEach(async () => {
  ada = await signUp(server.visitor());
});

/** The same page in a second tab. */
const inAnotherTab = (page: Page) => ada.visitor.clone().get(page.path);
const addMore = (page: Page) => page.form(/\/details$/).submit('Add more');

describe('a form that another tab was quicker with', () => {
  it('what: shows both, and what was saved stays when it is kept', async () => {
    const here = await addMore(await toLines(ada.visitor, 'Fridge', 'Halva'));
    const there = await inAnotherTab(here);
    await listFoods(there, 'Milk', 'Eggs');
    const conflict = await listFoods(here, 'Butter');
    expect(conflict.status).toBe(409);
    expect(conflict.texts('main section li')).toEqual(['Milk', 'Eggs']);
    expect(conflict.form(/\/foods$/).value('names')).toBe('Butter');
    const kept = await conflict.form(/\/saved$/).submit();
    expect(lineNames(kept).sort()).toEqual(['Eggs', 'Milk']);
    const mine = await conflict.form(/\/foods$/).submit();
    expect(lineNames(mine)).toEqual(['Butter']);
  });

  it('what: shows both even when there is something wrong with this one, too', async () => {
    const here = await addMore(await toLines(ada.visitor, 'Fridge', 'Halva'));
    await listFoods(await inAnotherTab(here), 'Milk', 'Eggs');
    const conflict = await listFoods(here, '');
    expect(conflict.status).toBe(409);
    expect(conflict.texts('main section li')).toEqual(['Milk', 'Eggs']);
    expect((await conflict.form(/\/foods$/).submit()).status).toBe(422);
  });

  it('the lines: shows both, stores nothing, and puts this one away when it is sent again', async () => {
    const here = await toLines(ada.visitor, 'Fridge', 'Milk', 'Eggs');
    const there = await inAnotherTab(here);
    await giveDetails(there, { Milk: [3, 'l', '2030-01-31'] });
    const stored = new Stored(server.dataDir);
    const before = stored.counts();
    fillDetails(here, { Milk: [5, 'l'] });
    for (const conflict of [await commit(here), await here.form(/\/details$/).submit()]) {
      expect(conflict.status).toBe(409);
      expect(conflict.texts('main section:has(#changed-meanwhile) li')).toEqual([
        expect.stringMatching(/^Milk: 3 l.*2030/),
        expect.stringMatching(/^Eggs: 1, best before about/),
      ]);
      expect(conflict.form(/\/details$/).value(`amount_${lineId(conflict, 'Milk')}`)).toBe('5 l');
      expect(stored.counts()).toEqual(before);
    }
    await commit(await commit(here));
    expect(stored.itemsOf(ada.username)).toContainEqual(expect.stringMatching(/^Milk: 5000 l in Fridge/));
  });

  it('the lines: what is saved stays when it is kept', async () => {
    const here = await toLines(ada.visitor, 'Fridge', 'Milk');
    await giveDetails(await inAnotherTab(here), { Milk: [3, 'l', '2030-01-31'] });
    fillDetails(here, { Milk: [5, 'l'] });
    const kept = await (await commit(here)).form(/\/saved$/).submit();
    expect(linesOn(kept)).toEqual(['Milk: 3 l, 31 Jan 2030, in Fridge']);
  });

  it('the lines: never puts what was typed for one food beside another', async () => {
    const here = await toLines(ada.visitor, 'Fridge', 'Milk', 'Eggs');
    const there = await inAnotherTab(here);
    const shorter = await listFoods(await addMore(there), 'Milk in Fridge');
    await listFoods(await addMore(shorter), 'Milk in Fridge', 'Butter');
    fillDetails(here, { Milk: [2, 'l'], Eggs: [12, 'box'] });
    const conflict = await commit(here);
    expect(conflict.status).toBe(409);
    const form = conflict.form(/\/details$/);
    expect(lineNames(conflict)).toEqual(['Milk', 'Butter']);
    expect(form.value(`amount_${lineId(conflict, 'Milk')}`)).toBe('2 l');
    expect(form.value(`amount_${lineId(conflict, 'Butter')}`)).toBe('1');
  });

  it('the lines: puts nothing away that was not looked at: the list was changed meanwhile', async () => {
    const here = await toLines(ada.visitor, 'Fridge', 'Halva');
    await listFoods(await addMore(await inAnotherTab(here)), 'Halva in Fridge', 'Tahini');
    const stored = new Stored(server.dataDir);
    const before = stored.counts();
    const conflict = await commit(here);
    expect([conflict.status, lineNames(conflict).sort()]).toEqual([409, ['Halva', 'Tahini']]);
    expect(stored.counts()).toEqual(before);
  });

  it('shows both when what was kept on leaving is of a page that had been changed by then', async () => {
    const here = await toLines(ada.visitor, 'Fridge', 'Milk');
    await giveDetails(await inAnotherTab(here), { Milk: [3, 'l'] });
    const form = fillDetails(here, { Milk: [5, 'l'] });
    await ada.visitor.post(`${here.path}/keep`, form.entries());
    const back = await ada.visitor.get(here.path);
    expect(back.texts('main section:has(#changed-meanwhile) li').join()).toMatch(/^Milk: 3 l/);
    expect(back.form(/\/details$/).value(`amount_${lineId(back, 'Milk')}`)).toBe('5 l');
    const kept = await back.form(/\/saved$/).submit();
    expect(kept.query('#changed-meanwhile')).toBeNull();
    expect(linesOn(kept).join()).toMatch(/^Milk: 3 l/);
  });
});

describe('the same form sent twice, as by a second tap', () => {
  it('goes where the first one went, at every step', async () => {
    const box = await start(ada.visitor);
    const list = () => listFoods(box, 'Milk', 'Eggs');
    const [lines, again] = [await list(), await list()];
    expect([again.status, again.path]).toEqual([200, lines.path]);
    const give = () => giveDetails(lines, { Milk: [2, 'l', '2030-01-31'] });
    expect((await give()).path).toBe((await give()).path);
    const done = await commit(lines);
    const twice = await commit(lines);
    expect(twice.flashes()).toEqual(done.flashes());
  });

  it('begins one entry when both come at once, and another one for other food', async () => {
    const box = await start(ada.visitor);
    const [one, other] = await Promise.all([listFoods(box, 'Rice', 'Rice'), listFoods(box, 'Rice', 'Rice')]);
    expect([one.status, one.path]).toEqual([200, other.path]);
    expect(lineNames(one)).toEqual(['Rice', 'Rice']);
    const third = await listFoods(box, 'Oats');
    expect([lineNames(third), third.path === one.path]).toEqual([['Oats'], false]);
  });

  it('makes a new place once', async () => {
    const stored = new Stored(server.dataDir);
    const before = stored.counts().places ?? 0;
    const lines = await toLines(ada.visitor, 'Fridge', 'Halva');
    const form = lines.form(/\/details$/).fill({ new_name: 'Cellar' });
    const make = () => form.submit('Add place');
    const pages = [...(await Promise.all([make(), make(), make()])), await make()];
    for (const page of pages) expect([page.status, page.h1]).toEqual([200, 'Put away']);
    expect(stored.counts().places).toBe(before + 1);
  });
});

describe('back, forward and reload', () => {
  it('show each page as it was saved', async () => {
    const lines = await toLines(ada.visitor, 'Freezer', 'Peas', 'Ice');
    const saved = await giveDetails(lines, { Peas: [2, 'bags', '2031-05-06'] });
    const foods = await ada.visitor.get(lines.path.replace('details', 'foods'));
    expect(foods.form(/\/foods$/).value('names')).toBe('Peas in Freezer\nIce in Freezer');
    const reloaded = await ada.visitor.get(lines.path);
    const form = reloaded.form(/\/details$/);
    expect(form.value(`amount_${lineId(reloaded, 'Peas')}`)).toBe('2 bags');
    expect(form.value(`best_before_${lineId(reloaded, 'Peas')}`)).toBe('6 May 2031');
    expect(linesOn(reloaded)).toEqual(linesOn(saved));
  });

  it('keep what was typed for the foods that stay when the list is changed', async () => {
    const lines = await toLines(ada.visitor, 'Freezer', 'Peas', 'Ice');
    const saved = await giveDetails(lines, { Peas: [2, 'bags', '2031-05-06'], Ice: [9] });
    const shorter = await listFoods(await addMore(saved), 'Peas in Freezer');
    const longer = await listFoods(await addMore(shorter), 'Bread in Freezer', 'Peas in Freezer');
    expect(linesOn(longer)).toEqual([
      expect.stringMatching(/^Bread: about .+, in Freezer$/),
      'Peas: 2 bags, 6 May 2031, in Freezer',
    ]);
  });

  it('keep what was typed on a page that was left, wrong things too', async () => {
    const lines = await toLines(ada.visitor, 'Fridge', 'Milk', 'Eggs');
    const form = fillDetails(lines, { Milk: ['lots'], Eggs: [12] });
    form.fill({ [`place_${lineId(lines, 'Eggs')}`]: await placeId(ada.visitor, 'Pantry') });
    const left = await ada.visitor.postRaw(`${lines.path}/keep`, form.entries());
    expect(left.status).toBe(204);
    const back = await ada.visitor.get(lines.path);
    expect(linesOn(back)).toEqual([
      expect.stringMatching(/^Milk: lots, .*in Fridge$/),
      expect.stringMatching(/^Eggs: 12, .*in Pantry$/),
    ]);
    // The page that was left still commits, be it shown again by the browser.
    fillDetails(lines, { Milk: [2, 'l'] });
    expect((await commit(lines)).flashes().join()).toMatch(/2 items are put away/);
  });

  it('keep what was typed into a box that was left before it was sent', async () => {
    const box = await start(ada.visitor, 'Pantry');
    const form = box.form('/put-away').fill({ names: 'Zorbulons\n2 l milk' });
    const keep = () => ada.visitor.postRaw('/put-away/keep', form.entries());
    expect((await keep()).status).toBe(204);
    await keep();
    const list = await ada.visitor.get('/put-away');
    expect(list.texts('main .items .item-name')).toEqual(['Zorbulons, 2 l milk']);
    const back = await list.click(/^Go on with Zorbulons/);
    expect(back.form(/\/foods$/).value('names')).toBe('Zorbulons\n2 l milk');
    // The box itself goes on with the same entry.
    const lines = await listFoods(box, 'Zorbulons', 'Oats');
    expect(linesOn(lines)).toEqual(['Zorbulons: in Pantry', expect.stringMatching(/^Oats: .*in Pantry$/)]);
    expect((await ada.visitor.get('/put-away')).queryAll('main .items .item')).toHaveLength(1);
  });

  it('an empty box that is left begins nothing', async () => {
    const form = (await start(ada.visitor)).form('/put-away');
    expect((await ada.visitor.postRaw('/put-away/keep', form.entries())).status).toBe(204);
    expect((await ada.visitor.get('/put-away')).queryAll('main .items .item')).toEqual([]);
  });

  it('keep what was typed on a page that is discarded from, for when that is undone', async () => {
    const lines = await toLines(ada.visitor, 'Fridge', 'Milk');
    fillDetails(lines, { Milk: ['lots'] });
    const list = await lines.form(/\/details$/).submit('Discard');
    await list.form(/\/restore$/).submit();
    expect(linesOn(await ada.visitor.get(lines.path)).join()).toMatch(/^Milk: lots/);
  });

  it('say that it was changed in another tab when such a page is discarded, and brought back', async () => {
    const lines = await toLines(ada.visitor, 'Fridge', 'Milk');
    await giveDetails(await ada.visitor.get(lines.path), { Milk: [3, 'l'] });
    fillDetails(lines, { Milk: [2, 'l'] });
    const list = await lines.form(/\/details$/).submit('Discard');
    await list.form(/\/restore$/).submit();
    const back = await ada.visitor.get(lines.path);
    expect(back.texts('.panel li').join()).toMatch(/3 l/);
    expect(linesOn(back).join()).toMatch(/^Milk: 2 l/);
  });

  it('keep it also when an older tab discards it once more', async () => {
    const lines = await toLines(ada.visitor, 'Fridge', 'Milk');
    const older = await ada.visitor.get(lines.path);
    fillDetails(lines, { Milk: ['lots'] });
    const list = await lines.form(/\/details$/).submit('Discard');
    await older.form(/\/details$/).submit('Discard');
    await list.form(/\/restore$/).submit();
    expect(linesOn(await ada.visitor.get(lines.path)).join()).toMatch(/^Milk: lots/);
  });
});
