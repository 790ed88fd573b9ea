import { it } from 'vitest';
import { beforeAll, afterAll } from 'vitest';
import { launchBrowser, axe } from '/work/main/test/support/browser.js';
import { usingServer } from '/work/main/test/support/using-server.js';
import { newcomer, windowOf, putAway, day } from '/work/main/test/browser/kitchen.js';
let browser: any;
const server = usingServer();
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(() => browser.close());
it('shoots', async () => {
  const t0 = Date.now(); const lap = (s: string) => console.log(s, Date.now() - t0);
  const ada = await newcomer(server, { householdName: '14 Mill Lane with a very long household name that goes on and on 14 Mill Lane ab', firstName: 'Ada' });
  lap('signed up');
  const long = 'Extraordinarily-long-food-name-without-any-break-Donaudampfschifffahrtsgesell';
  const a = await putAway(ada.visitor, 'Fridge', [
    { name: 'Whole milk', quantity: '2', unit: 'l', best_before: day(1) },
    { name: long, quantity: '999999.999', unit: 'bottles of twenty ch', best_before: day(400) },
    { name: 'Old yoghurt', quantity: '0.125', unit: 'kg', best_before: day(-5) },
    { name: 'Eggs', quantity: '10', best_before: day(9) },
    { name: 'A long name of several words that has to wrap over a number of lines, surely', quantity: '1000000', unit: 'g', best_before: day(3) },
  ]);
  await putAway(ada.visitor, 'Pantry', Array.from({ length: 60 }, (_, n) => ({ name: `Tin number ${n + 1}`, quantity: String(n + 1) })));
  lap('filled');
  await ada.visitor.post('/places', { name: 'Donaudampfschifffahrtsgesellschaftskapitänskajütenkühlschran', kind: 'other' });
  const eve = await newcomer(server, { householdName: 'Eve’s' });
  for (const scheme of ['light', 'dark'] as const) for (const width of [390, 1280]) {
    const page = await windowOf(browser, server, ada, { width, scheme, height: 844 });
    const shot = async (name: string, full = true) => page.screenshot({ path: `/tmp/shots/${name}-${scheme}-${width}.png`, fullPage: full });
    for (const [n, path] of Object.entries({ home: '/', fridge: a, newplace: '/places/new', edit: `${a}/edit`, account: '/account', acedit: '/account/edit', pw: '/account/password', del: '/account/delete', hh: '/household', hhedit: '/household/edit', putaway: '/put-away', '404': '/nowhere' })) {
      await page.goto(path); await shot(n);
    }
    await page.goto(a); await page.locator('a.item-name').nth(1).click(); await shot('item');
    await page.goto('/put-away'); await page.getByRole('button', { name: 'Put groceries away' }).click(); await shot('step1');
    await page.getByRole('button', { name: 'Continue' }).click(); await shot('step1-error');
    await page.getByRole('radio', { name: 'A new place' }).check(); await shot('step1-new');
    await page.getByRole('radio', { name: 'Fridge' }).first().check(); await page.getByRole('button', { name: 'Continue' }).click(); await shot('step2', false);
    await page.getByLabel('What did you bring').fill([long, 'Milk', 'A long name of several words that has to wrap over a number of lines, surely'].join('\n'));
    await page.getByRole('button', { name: 'Continue' }).click(); await shot('step3');
    await page.getByLabel('Quantity of Milk').fill('lots and lots');
    await page.getByRole('button', { name: 'Continue' }).click(); await shot('step3-error');
    await page.getByLabel('Quantity of Milk').fill('999999.999');
    await page.getByRole('button', { name: 'Continue' }).click(); await shot('review');
    await page.getByRole('button', { name: /Put 3 items/ }).click(); await shot('done', false);
    await page.goto(a + '/edit'); await page.getByRole('button', { name: /Delete/ }).click(); await shot('dialog', false);
    if (scheme === 'light') { await page.goto('/'); await page.emulateMedia({ media: 'print' }); await shot('print'); }
    await page.emulateMedia({ media: 'screen', colorScheme: scheme });
    const t = Date.now(); await page.goto('/'); console.log('axe', (await axe(page)).length, Date.now() - t);
    const out = await windowOf(browser, server, eve, { width, scheme, height: 844 });
    const shoot = async (name: string) => out.screenshot({ path: `/tmp/shots/${name}-${scheme}-${width}.png`, fullPage: true });
    await out.goto('/'); await shoot('empty-home');
    await out.getByRole('link', { name: /Fridge/ }).click(); await shoot('empty-place');
    await out.getByLabel('Food').fill('x'); await out.getByLabel('Quantity').fill('x'); await out.getByRole('button', { name: 'Add', exact: true }).click(); await shoot('place-error');
    await out.context().clearCookies();
    for (const [n, path] of Object.entries({ welcome: '/', login: '/login', signup: '/signup' })) { await out.goto(path); await shoot(n); }
    await out.getByRole('button', { name: 'Sign up' }).click(); await shoot('signup-error');
    lap('done ' + scheme + width);
  }
}, 200000);
