import { beforeEach, expect, it } from 'vitest';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';
import { choosePlace, commit, giveDetails, lineId, listFoods, reviewLines, start } from './steps.js';

const larder = usingLocalApp({ start: '2026-11-22T12:00:00Z' });
let ada: Person;
beforeEach(async () => {
  ada = await signUp(larder.visitor(), { firstName: 'Ada', timeZone: 'UTC' });
});

const PASTED = [
  'Shopping:',
  '- [x] 2 l milk fri',
  '1. spinach 300 g',
  'peas freezer 2.49',
  'ham use by 24 nov',
];

it('fills in the table with what a pasted list says, for each to be corrected', async () => {
  const details = await listFoods(await choosePlace(await start(ada.visitor), 'Fridge'), ...PASTED);
  expect(details.texts('tbody th')).toEqual(['Milk', 'Spinach', 'Peas', 'Ham']);
  expect(details.flashes()).toEqual(['Left out: “Shopping:”.']);
  const values = details.form(/\/details$/).values();
  const said = (name: string) =>
    ['quantity', 'unit', 'best_before'].map((field) => values[`${field}_${lineId(details, name)}`]);
  expect(said('Milk')).toEqual(['2', 'l', '27 Nov 2026']);
  expect(said('Spinach')).toEqual(['300', 'g', '']);
  expect(said('Peas')).toEqual(['1', '', '']);
  expect(said('Ham')).toEqual(['1', '', '24 Nov 2026']);
  const done = await commit(await giveDetails(details, { Spinach: [250, 'g'] }));
  expect(done.flashes()).toEqual(['4 items are put away: 3 in Fridge and 1 in Freezer.']);
  const ham = await done.visitor.get('/');
  expect(ham.text).toMatch(/Use by|use by/);
});

it('keeps what a line says of days that were, through its steps and back', async () => {
  const foods = await choosePlace(await start(ada.visitor), 'Fridge');
  const details = await listFoods(foods, 'ham opened yesterday', 'pesto bought 2026-11-12');
  expect((await details.click('Back')).form(/\/foods$/).value('names')).toBe(
    'Ham opened 2026-11-21\nPesto bought 2026-11-12',
  );
  await commit(await giveDetails(details, {}));
  const items = await larder.db.selectFrom('items').selectAll().orderBy('id').execute();
  expect(items.slice(-2).map(({ opened_on, bought_on }) => [opened_on, bought_on])).toEqual([
    ['2026-11-21', '2026-11-21'],
    [null, '2026-11-12'],
  ]);
});

it('says which lines it left out, the first few of many, and nothing of rules and empty lines', async () => {
  const place = await choosePlace(await start(ada.visitor), 'Fridge');
  const receipt = [
    '22/11/2026 14:05',
    'MILK 2L 2.49',
    '----',
    '2 @ £1.35',
    'OFFER -0.60',
    'TOTAL 4.48',
    'CASH 5.00',
  ];
  const details = await listFoods(place, ...receipt);
  expect([details.texts('tbody th'), details.flashes()]).toEqual([
    ['MILK'],
    ['Left out: “22/11/2026 14:05”, “2 @ £1.35”, “OFFER -0.60”, “TOTAL 4.48” and 1 more.'],
  ]);
  expect(details.texts('.flash details summary')).toEqual(['All 5 lines']);
  expect(details.texts('.flash details li')).toEqual([
    ...['22/11/2026 14:05', '2 @ £1.35', 'OFFER -0.60', 'TOTAL 4.48', 'CASH 5.00'],
  ]);
  const back = await details.click('Back');
  expect((await listFoods(back, 'Milk', '----')).flashes()).toEqual([]);
});

it('puts what stands below the name of a place there, and keeps that when somebody goes back', async () => {
  const place = await choosePlace(await start(ada.visitor), 'Fridge');
  const details = await listFoods(
    place,
    'milk',
    '## Freezer',
    'peas',
    'ham fridge',
    'Dairy:',
    'butter, eggs',
  );
  expect(details.flashes()).toEqual(['Left out: “Dairy:”.']);
  expect(reviewLines(await giveDetails(details)).join()).toMatch(/Peas: .*Freezer/);
  const back = await details.click('Back');
  expect(back.form(/\/foods$/).value('names')).toBe('Milk\nPeas in Freezer\nHam in Fridge\nButter\nEggs');
});

it('takes the foods of a receipt, with the weight and the number that stand on lines of their own', async () => {
  const place = await choosePlace(await start(ada.visitor), 'Fridge');
  const receipt = [
    ...['GRÜNMARKT', 'Lindenallee 14', '', 'MILCH 1L      2,18 A', '   2 Stk x 1,09', 'BANANEN   1,36 A'],
    ...['  0,456 kg x 2,99 EUR/kg', 'PFAND 0,25 A', 'SUMME EUR 3,79', 'BAR 5,00', 'Vielen Dank!'],
  ];
  const details = await listFoods(place, ...receipt);
  expect(details.texts('tbody th')).toEqual(['MILCH', 'BANANEN']);
  const values = details.form(/\/details$/).values();
  const said = (name: string) =>
    ['quantity', 'unit'].map((field) => values[`${field}_${lineId(details, name)}`]);
  expect([said('MILCH'), said('BANANEN')]).toEqual([
    ['2', '× 1 l'],
    ['0.456', 'kg'],
  ]);
  expect(details.texts('.flash details li')).toHaveLength(6);
});

it('shows what was understood when somebody goes back, and asks anew about a line that is changed', async () => {
  const foods = await choosePlace(await start(ada.visitor), 'Fridge');
  const details = await listFoods(foods, '2 l milk fri', '6 eggs');
  const review = await giveDetails(details, { Milk: [4, 'l', '2026-11-30'], Eggs: [5] });
  const back = await review.click('Add or remove foods');
  expect(back.form(/\/foods$/).value('names')).toBe('2 l Milk best before 2026-11-27\n6 Eggs');
  const again = await listFoods(back, '3 l milk best before 2026-11-27', '6 eggs');
  const values = again.form(/\/details$/).values();
  const quantity = (name: string) => values[`quantity_${lineId(again, name)}`];
  expect([quantity('Milk'), quantity('Eggs')]).toEqual(['3', '5']);
  expect(reviewLines(await giveDetails(again))[1]).toMatch(/^Milk: 3 l/);
});

it('leaves out what is ticked as no food, and can’t leave out everything', async () => {
  const details = await listFoods(
    await choosePlace(await start(ada.visitor), 'Fridge'),
    'Tea',
    'My corner shop',
  );
  const junk = `leave_out_${lineId(details, 'My corner shop')}`;
  const tea = `leave_out_${lineId(details, 'Tea')}`;
  const none = await details
    .form(/\/details$/)
    .fill({ [junk]: true, [tea]: true })
    .submit();
  expect([none.status, none.errors()]).toEqual([
    422,
    { [tea]: 'Tea: leave one thing in at least, or go back and change the list.' },
  ]);
  const review = await none
    .form(/\/details$/)
    .fill({ [tea]: false })
    .submit();
  expect(reviewLines(review)).toEqual(['Place: Fridge', expect.stringMatching(/^Tea: 1/)]);
  const again = await review.click('Change Tea');
  expect(again.form(/\/details$/).values()[junk]).toBe('yes');
  const done = await commit(await again.form(/\/details$/).submit());
  expect(done.flashes()).toEqual(['1 item is put away in Fridge.']);
});
