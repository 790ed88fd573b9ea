import { beforeAll, describe, expect, it } from 'vitest';
import { type Person, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { choice, choosePlace, fillDetails, lineId, listFoods, start } from './steps.js';
import { Stored } from './stored.js';

const server = usingServer();
let ada: Person;
beforeAll(async () => {
  ada = await signUp(server.visitor());
});

describe('a wrong form is shown again, with what was typed and a message beside the field and at the top', () => {
  it('where: nothing chosen', async () => {
    const page = await (await start(ada.visitor)).form(/\/place$/).submit();
    expect(page.status).toBe(422);
    expect(page.title).toMatch(/^Error: /);
    expect(Object.keys(page.errors())).toEqual(['place_id']);
    expect(page.summaryErrors()).toEqual(Object.values(page.errors()));
  });

  it('where: a new place without a name keeps the kind that was picked', async () => {
    const page = await (await start(ada.visitor))
      .form(/\/place$/)
      .fill({ place_id: 'new', kind: 'freezer' })
      .submit();
    expect(page.status).toBe(422);
    expect(Object.keys(page.errors())).toEqual(['name']);
    expect(page.form(/\/place$/).values()).toMatchObject({ place_id: 'new', name: '', kind: 'freezer' });
    expect(await choosePlace(page, 'Fridge')).toMatchObject({ status: 200 });
  });

  it('what: nothing typed, too many, or a line that is too long', async () => {
    let page = await choosePlace(await start(ada.visitor), 'Fridge');
    const tooMany = Array.from({ length: 61 }, (_, n) => `Food ${n}`).join('\n');
    for (const names of ['', tooMany, `Milk\n${'x'.repeat(81)}`]) {
      page = await page
        .form(/\/foods$/)
        .fill({ names })
        .submit();
      expect(page.status).toBe(422);
      expect(Object.keys(page.errors())).toEqual(['names']);
      expect(page.summaryErrors()).toEqual(Object.values(page.errors()));
      expect(
        page
          .form(/\/foods$/)
          .value('names')
          ?.replaceAll('\r\n', '\n'),
      ).toBe(names);
    }
    expect((await listFoods(page, 'Milk')).path).toMatch(/\/details$/);
  });

  it('how much: every wrong field at once, named by its food, and the right ones kept too', async () => {
    const details = await listFoods(
      await choosePlace(await start(ada.visitor), 'Fridge'),
      'Milk',
      'Eggs',
      'Salt',
    );
    const wrong = {
      Milk: ['none', 'l', '2030-01-31'],
      Eggs: ['12', 'x'.repeat(21), ''],
      Salt: ['1.2345', '', '2030-02-31'],
    };
    const form = fillDetails(details, wrong);
    const typed = form.values();
    const page = await form.submit();
    expect(page.status).toBe(422);
    const [milk, eggs, salt] = ['Milk', 'Eggs', 'Salt'].map((name) => lineId(page, name));
    expect(Object.keys(page.errors()).sort()).toEqual(
      [`quantity_${milk}`, `unit_${eggs}`, `quantity_${salt}`, `best_before_${salt}`].sort(),
    );
    expect(page.summaryErrors()).toHaveLength(4);
    expect(page.summaryErrors().map((message) => message.split(':')[0])).toEqual([
      'Milk',
      'Eggs',
      'Salt',
      'Salt',
    ]);
    expect(page.form(/\/details$/).values()).toEqual(typed);
    const right = await fillDetails(page, {
      Milk: [1, 'l', '2030-01-31'],
      Eggs: [12],
      Salt: ['1.234', 'kg'],
    }).submit();
    expect(right.path).toMatch(/\/review$/);
  });

  it('links each message of the summary to its field', async () => {
    const details = await listFoods(await choosePlace(await start(ada.visitor), 'Fridge'), 'Milk');
    const page = await fillDetails(details, { Milk: ['0'] }).submit();
    const [target] = page.queryAll('.error-summary a').map((link) => link.getAttribute('href') ?? '');
    expect(page.query(`${target}`)?.getAttribute('name')).toBe(`quantity_${lineId(page, 'Milk')}`);
    expect(page.query(`${target}`)?.getAttribute('aria-invalid')).toBe('true');
  });
});

describe('a form that no page of Larder sends', () => {
  it('is refused without storing anything: fields of no form, no revision, a foreign place or food', async () => {
    const grace = await signUp(server.visitor());
    const foreign = choice(await start(grace.visitor), 'Fridge');
    const where = await start(ada.visitor);
    const before = new Stored(server.dataDir).counts();
    const answers = [
      await where
        .form(/\/place$/)
        .tamper({ place_id: choice(where, 'Fridge'), owner: '1' })
        .submit(),
      await where
        .form(/\/place$/)
        .tamper({ revision: [], place_id: '1' })
        .submit(),
      await where
        .form(/\/place$/)
        .tamper({ revision: 'x', place_id: '1' })
        .submit(),
      await where
        .form(/\/place$/)
        .tamper({ place_id: foreign })
        .submit(),
      await where
        .form(/\/place$/)
        .tamper({ place_id: ['1', '2'] })
        .submit(),
    ].map(({ status }) => status);
    // Of a version that there never was: another tab may have saved since, for all that the form says.
    expect(answers).toEqual([422, 422, 409, 422, 422]);
    const foods = await choosePlace(where, 'Fridge');
    const wrong = await foods
      .form(/\/foods$/)
      .tamper({ food_id: '99999' })
      .fill({ names: 'Milk' })
      .submit();
    expect(wrong.status).toBe(422);
    expect(wrong.form(/\/foods$/).value('names')).toBe('Milk');
    expect(new Stored(server.dataDir).counts()).toEqual(before);
  });

  it('is stale, not wrong, when it claims a revision from the future', async () => {
    const where = await start(ada.visitor);
    const page = await where
      .form(/\/place$/)
      .fill({ place_id: choice(where, 'Fridge') })
      .tamper({ revision: '99' })
      .submit();
    expect(page.status).toBe(409);
  });

  it('has room for sixty of the longest lines that there can be', async () => {
    const foods = await choosePlace(await start(ada.visitor), 'Pantry');
    const names = Array.from({ length: 60 }, (_, n) => `No. ${n} `.padEnd(80, '\u6f22'));
    const details = await listFoods(foods, ...names);
    const form = details.form(/\/details$/);
    for (const name of names) {
      const id = lineId(details, name);
      form.fill({
        [`quantity_${id}`]: '999999.999',
        [`unit_${id}`]: '\u6f22'.repeat(20),
        [`best_before_${id}`]: '2030-12-31',
      });
    }
    const review = await form.submit();
    expect([review.status, review.path]).toEqual([200, expect.stringMatching(/\/review$/)]);
  });
});
