import { beforeEach, describe, expect, it } from 'vitest';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';
import { commit, fillDetails, giveDetails, lineId, toLines } from './steps.js';

const larder = usingLocalApp();
let ada: Person;
beforeEach(async () => {
  ada = await signUp(larder.visitor());
});

/** The only open entry asks for its list again, as it does when one of its lines was put away meanwhile. */
async function askAgain(): Promise<void> {
  const { id, body } = await larder.db
    .selectFrom('drafts')
    .select(['id', 'body'])
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  const draft = JSON.parse(body);
  draft.steps.foods.isDone = false;
  await larder.db
    .updateTable('drafts')
    .set({ body: JSON.stringify(draft) })
    .where('id', '=', id)
    .execute();
}

const typed = { Milk: [2, 'l', '2030-01-31'], Eggs: [12] };

describe('Lines that are typed while the list of their entry must be asked again', () => {
  it('are kept, and shown again after it', async () => {
    const details = await toLines(ada.visitor, 'Pantry', 'Milk', 'Eggs');
    await askAgain();
    const asked = await giveDetails(details, typed);
    expect([asked.h1, asked.flashes()]).toEqual([
      'What did you bring?',
      ['This step comes first. What you typed is kept, and shown again after it.'],
    ]);
    const again = await asked.form(/\/foods$/).submit('Next');
    expect(again.form(/\/details$/).values()).toMatchObject({
      [`amount_${lineId(again, 'Milk')}`]: '2 l',
      [`best_before_${lineId(again, 'Milk')}`]: '2030-01-31',
      [`amount_${lineId(again, 'Eggs')}`]: '12',
    });
    const done = await commit(again);
    expect(done.texts('.item-name').sort()).toEqual(['Eggs', 'Milk']);
  });

  it('are kept as they were typed, wrong ones too, and when their writer was signed out meanwhile', async () => {
    const details = await toLines(ada.visitor, 'Pantry', 'Milk', 'Eggs');
    const form = fillDetails(details, { Milk: ['a lot'] });
    await askAgain();
    await ada.visitor.clone().post('/logout');
    const login = await form.submit();
    const { username, password } = ada;
    const asked = await login.form('/login').fill({ username, password }).submit();
    expect(asked.h1).toBe('What did you bring?');
    const again = await asked.form(/\/foods$/).submit('Next');
    expect(again.form(/\/details$/).value(`amount_${lineId(again, 'Milk')}`)).toBe('a lot');
    expect((await commit(again)).status).toBe(422);
  });
});
