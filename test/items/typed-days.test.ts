import { describe, expect, test } from 'vitest';
import { editForm, usingKitchen } from './kitchen.js';

const { open, shelf, itemPage } = usingKitchen();

// It is Tuesday, 24 November 2026.
describe('A best-before date in a form', () => {
  test.each([
    ['fri', '27 Nov 2026'],
    ['next fri', '27 Nov 2026'],
    ['5/12', '5 Dec 2026'],
    ['bbe 06/27', '30 Jun 2027'],
    ['in 2 weeks', '8 Dec 2026'],
    ['2026-12-24', '24 Dec 2026'],
  ])('is typed as %s, and shown as %s', async (typed, shown) => {
    const form = editForm(await itemPage('Yoghurt', { best_before: typed }));
    expect(form.value('best_before')).toBe(shown);
    const again = editForm(await (await form.submit()).click('Yoghurt'));
    expect(again.value('best_before')).toBe(shown);
  });

  test('that can’t be read is refused beside its field, and stays there', async () => {
    const page = await (await open('Fridge'))
      .form(/\/items$/)
      .fill({ name: 'Milk', best_before: '32 dec' })
      .submit();
    expect([page.status, page.errors()]).toEqual([
      422,
      { best_before: 'We can’t read “32 dec” as a day. Try “12 dec” or “2026-12-24”.' },
    ]);
    expect(page.form(/\/items$/).value('best_before')).toBe('32 dec');
    const item = editForm(await itemPage('Ham'));
    expect((await item.fill({ best_before: '32 dec' }).submit()).errors()).toHaveProperty('best_before');
  });

  test('is the day that was picked beside it, whatever was typed', async () => {
    await itemPage('Milk', { best_before: '5 dec', best_before_picked: '2026-12-24' });
    expect(await shelf('Fridge')).toEqual(['Milk 1 24 Dec']);
    const wrong = { name: '', best_before_picked: '2026-12-25' };
    const again = await (await open('Fridge'))
      .form(/\/items$/)
      .fill(wrong)
      .submit();
    expect(again.form(/\/items$/).values()).toMatchObject({
      best_before: '2026-12-25',
      best_before_picked: '',
    });
  });

  test('has a picker of its own with a label', async () => {
    const page = await open('Fridge');
    expect(page.query('label[for="best_before_picked"]')?.textContent).toBe('Pick a day');
    expect(page.query('#best_before')?.getAttribute('type')).toBe('text');
    expect(page.query('#best_before_picked')?.getAttribute('type')).toBe('date');
  });
});

test('A picker beside no field of the form is refused with it', async () => {
  const form = (await open('Fridge')).form(/\/items$/).fill({ name: 'Milk' });
  expect((await form.tamper({ household_id_picked: '1' }).submit()).status).toBe(422);
});
