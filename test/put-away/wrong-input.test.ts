import { beforeAll, describe, expect, it } from 'vitest';
import { type Person, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { commit, fillDetails, lineId, listFoods, placeId, start, toLines } from './steps.js';
import { Stored } from './stored.js';

const server = usingServer();
let ada: Person;
beforeAll(async () => {
  ada = await signUp(server.visitor());
});

describe('a wrong form is shown again, with what was typed and a message beside the field and at the top', () => {
  it('what: nothing typed, too many, or a line that is too long', async () => {
    let page = await start(ada.visitor);
    const tooMany = Array.from({ length: 251 }, (_, n) => `Food ${n}`).join('\n');
    for (const names of ['', tooMany, `Milk\n${'x'.repeat(81)}`]) {
      page = await listFoods(page, names);
      expect(page.status).toBe(422);
      expect(page.title).toMatch(/^Error: /);
      expect(Object.keys(page.errors())).toEqual(['names']);
      expect(page.summaryErrors()).toEqual(Object.values(page.errors()));
      expect(page.form('/put-away').value('names')?.replaceAll('\r\n', '\n')).toBe(names);
    }
    expect((await listFoods(page, 'Milk')).path).toMatch(/\/details$/);
  });

  it('the lines: every wrong field at once, named by its food and open, and the right ones kept too', async () => {
    const details = await toLines(ada.visitor, 'Fridge', 'Milk', 'Eggs', 'Salt');
    const form = fillDetails(details, {
      Milk: ['none', 'l', '2030-01-31'],
      Eggs: ['12', 'x'.repeat(21), ''],
      Salt: ['1.2345', '', '2030-02-31'],
    });
    const typed = form.values();
    const page = await commit(details);
    expect(page.status).toBe(422);
    const [milk, eggs, salt] = ['Milk', 'Eggs', 'Salt'].map((name) => lineId(page, name));
    expect(Object.keys(page.errors()).sort()).toEqual(
      [`amount_${milk}`, `amount_${eggs}`, `amount_${salt}`, `best_before_${salt}`].sort(),
    );
    expect(page.summaryErrors().map((message) => message.split(':')[0])).toEqual([
      ...['Milk', 'Eggs', 'Salt', 'Salt'],
    ]);
    expect(page.queryAll('.put-line[open]')).toHaveLength(3);
    expect(page.form(/\/details$/).values()).toEqual(typed);
    fillDetails(page, { Milk: [1, 'l', '2030-01-31'], Eggs: [12], Salt: ['1.234', 'kg'] });
    expect((await commit(page)).flashes().join()).toMatch(/3 items are put away/);
  });

  it('links each message of the summary to its field', async () => {
    const details = await toLines(ada.visitor, 'Fridge', 'Milk');
    const page = await fillDetails(details, { Milk: ['0'] }).submit();
    const [target] = page.queryAll('.error-summary a').map((link) => link.getAttribute('href') ?? '');
    expect(page.query(`${target}`)?.getAttribute('name')).toBe(`amount_${lineId(page, 'Milk')}`);
    expect(page.query(`${target}`)?.getAttribute('aria-invalid')).toBe('true');
  });
});

describe('a form that no page of Larder sends', () => {
  it('is refused without storing anything: fields of no form, no revision, a foreign place or food', async () => {
    const grace = await signUp(server.visitor());
    const foreign = await placeId(grace.visitor, 'Fridge');
    const lines = await toLines(ada.visitor, 'Fridge', 'Milk');
    const place = `place_${lineId(lines, 'Milk')}`;
    const before = new Stored(server.dataDir).counts();
    const answers: number[] = [];
    for (const fields of [
      { owner: '1' },
      { revision: [] },
      { revision: 'x' },
      { [place]: foreign },
      { [place]: ['1', '2'] },
    ]) {
      const form = (await ada.visitor.get(lines.path)).form(/\/details$/).tamper(fields);
      answers.push((await form.submit(/^Put/)).status);
    }
    // Of a version that there never was: another tab may have saved since, for all that the form says.
    expect(answers).toEqual([422, 422, 409, 422, 422]);
    const wrong = await (await start(ada.visitor))
      .form('/put-away')
      .tamper({ food_id: '99999' })
      .fill({ names: 'Milk' })
      .submit('Next');
    expect(wrong.status).toBe(422);
    expect(wrong.form('/put-away').value('names')).toBe('Milk');
    expect(new Stored(server.dataDir).counts()).toEqual(before);
  });

  it('keeps nothing for a stranger, and no step that there is not', async () => {
    const grace = await signUp(server.visitor());
    const lines = await toLines(ada.visitor, 'Fridge', 'Milk');
    const keep = (visitor: typeof ada.visitor, step: string) =>
      visitor.post(`${lines.path.replace('details', step)}/keep`, { amount_1: '9' });
    expect((await keep(grace.visitor, 'details')).status).toBe(404);
    expect((await keep(ada.visitor, 'nowhere')).status).toBe(404);
  });

  it('has room for as many of the longest lines as there can be', async () => {
    const names = Array.from({ length: 250 }, (_, n) => `No. ${n} `.padEnd(80, '\u6f22'));
    const details = await listFoods(await start(ada.visitor), ...names);
    const filled = details
      .form(/\/details$/)
      .entries()
      .map(([name, value]): [string, string] => {
        if (name.startsWith('amount_')) return [name, `999999.999 ${'\u6f22'.repeat(20)}`];
        return [name, /^best_before_\d+$/.test(name) ? '2030-12-31' : value];
      });
    const saved = await ada.visitor.post(details.path, filled);
    expect([saved.status, saved.path]).toEqual([200, details.path]);
    expect((await commit(saved)).flashes().join()).toMatch(/^250 items are put away/);
  });
});
