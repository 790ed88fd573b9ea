import { beforeEach, expect, it } from 'vitest';
import type { Page } from '../support/page.js';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';
import { commit, giveDetails, lineId, lineNames, linesOn, listFoods, start } from './steps.js';

const larder = usingLocalApp({ start: '2026-11-22T12:00:00Z' });
let ada: Person;
beforeEach(async () => {
  ada = await signUp(larder.visitor(), { firstName: 'Ada', timeZone: 'UTC' });
});

const paste = async (...lines: string[]) => listFoods(await start(ada.visitor), ...lines);
const said = (page: Page, name: string) =>
  ['amount', 'best_before'].map((field) => page.form(/\/details$/).value(`${field}_${lineId(page, name)}`));

it('fills in the lines with what a pasted list says, for each to be corrected', async () => {
  const details = await paste(
    ...['Shopping:', '- [x] 2 l milk fri', '1. spinach 300 g', 'peas freezer 2.49', 'ham use by 24 nov'],
  );
  expect(lineNames(details).sort()).toEqual(['Ham', 'Milk', 'Peas', 'Spinach']);
  expect(details.flashes()).toEqual(['Left out: “Shopping:”.']);
  expect(said(details, 'Milk')).toEqual(['2 l', '27 Nov 2026']);
  expect(said(details, 'Spinach')).toEqual(['300 g', '']);
  expect(said(details, 'Peas')).toEqual(['1', '']);
  expect(said(details, 'Ham')).toEqual(['1', '24 Nov 2026']);
  expect(linesOn(details)).toContain('Ham: use by 24 Nov, in Fridge');
  const done = await commit(await giveDetails(details, { Spinach: [250, 'g'] }));
  expect(done.flashes()).toEqual(['4 items are put away: 3 in Fridge and 1 in Freezer.']);
});

it('keeps what a line says of days that were, through its pages and back', async () => {
  const details = await paste('ham opened yesterday', 'pesto bought 2026-11-12');
  const back = await details.form(/\/details$/).submit('Add more');
  expect(back.form(/\/foods$/).value('names')).toBe('Ham opened 2026-11-21\nPesto bought 2026-11-12');
  await commit(details);
  const items = await larder.db.selectFrom('items').selectAll().orderBy('id').execute();
  expect(items.slice(-2).map(({ opened_on, bought_on }) => [opened_on, bought_on])).toEqual([
    ['2026-11-21', '2026-11-21'],
    [null, '2026-11-12'],
  ]);
});

it('says which lines it left out, the first few of many, and nothing of rules and empty lines', async () => {
  const receipt = [
    ...['22/11/2026 14:05', 'MILK 2L 2.49', '----', '2 @ £1.35', 'OFFER -0.60', 'TOTAL 4.48', 'CASH 5.00'],
  ];
  const details = await paste(...receipt);
  expect([lineNames(details), details.flashes()]).toEqual([
    ['MILK'],
    ['Left out: “22/11/2026 14:05”, “2 @ £1.35”, “OFFER -0.60”, “TOTAL 4.48” and 1 more.'],
  ]);
  expect(details.texts('.flash details summary')).toEqual(['All 5 lines']);
  expect(details.texts('.flash details li')).toEqual([
    ...['22/11/2026 14:05', '2 @ £1.35', 'OFFER -0.60', 'TOTAL 4.48', 'CASH 5.00'],
  ]);
  const back = await details.form(/\/details$/).submit('Add more');
  expect((await listFoods(back, 'Milk', '----')).flashes()).toEqual([]);
});

it('puts what stands below the name of a place there, and keeps that when somebody goes back', async () => {
  const details = await paste('milk', '## Freezer', 'peas', 'ham fridge', 'Dairy:', 'butter, eggs');
  expect(details.flashes()).toEqual(['Left out: “Dairy:”.']);
  expect(linesOn(details).join('; ')).toMatch(/Peas: [^;]*in Freezer/);
  const back = await details.form(/\/details$/).submit('Add more');
  expect(back.form(/\/foods$/).value('names')).toBe('Milk\nPeas in Freezer\nHam in Fridge\nButter\nEggs');
});

it('takes the foods of a receipt, with the weight and the number that stand on lines of their own', async () => {
  const details = await paste(
    ...['GRÜNMARKT', 'Lindenallee 14', '', 'MILCH 1L      2,18 A', '   2 Stk x 1,09', 'BANANEN   1,36 A'],
    ...['  0,456 kg x 2,99 EUR/kg', 'PFAND 0,25 A', 'SUMME EUR 3,79', 'BAR 5,00', 'Vielen Dank!'],
  );
  expect(lineNames(details).sort()).toEqual(['BANANEN', 'MILCH']);
  expect([said(details, 'MILCH')[0], said(details, 'BANANEN')[0]]).toEqual(['2 × 1 l', '0.456 kg']);
  expect(details.texts('.flash details li')).toHaveLength(6);
});

it('shows what was understood when somebody goes back, and begins a changed line anew', async () => {
  const details = await paste('2 l milk fri', '6 eggs');
  const saved = await giveDetails(details, { Milk: [4, 'l', '2026-11-30'], Eggs: [5] });
  const back = await saved.form(/\/details$/).submit('Add more');
  expect(back.form(/\/foods$/).value('names')).toBe('2 l Milk best before 2026-11-27\n6 Eggs');
  const again = await listFoods(back, '3 l milk best before 2026-11-27', '6 eggs');
  expect([said(again, 'Milk')[0], said(again, 'Eggs')[0]]).toEqual(['3 l', '5']);
});

it('keeps what was typed beside a line that is changed, be it beside something wrong', async () => {
  const details = await paste('2 l milk', '6 eggs');
  const form = details.form(/\/details$/).fill({
    [`best_before_${lineId(details, 'Milk')}`]: '2026-12-24',
    [`amount_${lineId(details, 'Eggs')}`]: 'lots',
  });
  const back = await form.submit('Add more');
  const again = await listFoods(back, '3 l milk', '6 eggs', 'butter');
  expect(said(again, 'Milk')).toEqual(['3 l', '24 Dec 2026']);
  expect(said(again, 'Eggs')[0]).toBe('lots');
  expect(again.query('#changed-meanwhile')).toBeNull();
});

it('leaves out what is skipped, and can’t skip everything', async () => {
  const details = await paste('Tea', 'My corner shop');
  const junk = `leave_out_${lineId(details, 'My corner shop')}`;
  const tea = `leave_out_${lineId(details, 'Tea')}`;
  details.form(/\/details$/).fill({ [junk]: true, [tea]: true });
  const none = await commit(details);
  expect([none.status, none.errors()]).toEqual([
    422,
    { [tea]: 'Tea: keep one thing at least, or discard this entry.' },
  ]);
  const saved = await none
    .form(/\/details$/)
    .fill({ [tea]: false })
    .submit();
  expect(linesOn(saved).sort()).toEqual([
    expect.stringMatching(/^My corner shop: skipped, in/),
    expect.stringMatching(/^Tea: .*in Pantry$/),
  ]);
  expect(saved.form(/\/details$/).buttons()).toContain('Put 1 away');
  expect((await commit(saved)).flashes()).toEqual(['1 item is put away in Pantry.']);
});

it('takes two hundred lines, and says how many there are when that is more than it takes', async () => {
  const names = (count: number) => Array.from({ length: count }, (_, n) => `Jar ${n}`);
  const details = await paste(...names(200));
  expect(lineNames(details)).toHaveLength(200);
  const done = await commit(details);
  expect(done.flashes().join()).toMatch(/^200 items are put away/);
  const tooMany = await paste(...names(251));
  expect([tooMany.status, tooMany.errors().names]).toEqual([422, expect.stringMatching(/251 .*250/)]);
  expect(tooMany.form('/put-away').value('names')).toBe(names(251).join('\n'));
});
