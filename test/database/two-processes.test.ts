import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/database.js';
import { signIn, signUp } from '../support/people.js';
import { usingProcess } from '../support/using-server.js';

const dataDir = temporaryFolder();
const one = usingProcess({ dataDir });
const two = usingProcess({ dataDir });

describe('Two servers on one folder', () => {
  test('write at the same time, and everything is kept', async () => {
    const ada = await signUp(one.visitor(), { firstName: 'Ada' });
    const again = await signIn(two.visitor(), ada);
    const forms = await Promise.all(
      Array.from({ length: 30 }, async (_, n) => {
        const { visitor } = n % 2 === 0 ? ada : again;
        const fridge = await (await visitor.get('/')).click(/^Fridge/);
        return fridge.form(/\/items$/).fill({ name: `Jam ${n + 1}`, quantity: '1' });
      }),
    );
    const pages = await Promise.all(forms.map((form) => form.submit()));
    expect(pages.filter(({ status }) => status !== 200).map(String)).toEqual([]);
    const fridge = await (await again.visitor.get('/')).click(/^Fridge/);
    const kept = fridge.texts('.item-name').map((name) => Number(name.replace('Jam ', '')));
    expect(kept.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
  });

  test('agree on the first place of a name, and tell the others that it is taken', async () => {
    const ada = await signUp(one.visitor(), { firstName: 'Ada' });
    const again = await signIn(two.visitor(), ada);
    const forms = await Promise.all(
      [ada, again, ada, again].map(async ({ visitor }) => (await visitor.get('/places/new')).form('/places')),
    );
    const pages = await Promise.all(
      forms.map((form) => form.fill({ name: 'Cellar', kind: 'other' }).submit()),
    );
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422]);
    expect(
      (await ada.visitor.get('/')).texts('.place-name').filter((name) => name === 'Cellar'),
    ).toHaveLength(1);
  });
});
