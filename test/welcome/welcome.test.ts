import { describe, expect, it } from 'vitest';
import type { Page } from '../support/page.js';
import { type Person, signUp, uniqueName } from '../support/people.js';
import { usingServer } from '../support/using-server.js';

describe('the first-run welcome', () => {
  const server = usingServer();

  async function begin(): Promise<{ ada: Person; step: Page }> {
    const ada = await signUp(server.visitor(), { username: uniqueName('ada') });
    const offered = await (await ada.visitor.get('/')).click('Set up your household');
    return { ada, step: await offered.form('/welcome').submit() };
  }

  async function throughToReview(step: Page): Promise<Page> {
    const places = await step
      .form(/household$/)
      .fill({ name: '14 Mill Lane' })
      .submit();
    return places
      .form(/places$/)
      .fill({ place: ['Fridge', 'Pantry', 'Cellar'] })
      .submit();
  }

  function placesOf(home: Page): string[] {
    return home.texts('.place-name');
  }

  it('starts from what the household has', async () => {
    const { step } = await begin();
    expect(step.form(/household$/).value('name')).toMatch(/household|kitchen/);
    const places = await step.form(/household$/).submit();
    const chosen = places.queryAll('input[name=place][checked]').map((box) => box.getAttribute('value'));
    expect(chosen).toEqual(['Fridge', 'Freezer', 'Pantry']);
  });

  it('names the household and chooses its places, at the very end', async () => {
    const { ada, step } = await begin();
    const review = await throughToReview(step);
    expect(review.text).toContain('Fridge, Pantry, Cellar');
    expect(placesOf(await ada.visitor.get('/'))).toEqual(['Fridge', 'Freezer', 'Pantry']);
    const home = await review.form(/commit$/).submit();
    expect(home.flashes()).toEqual(['14 Mill Lane is ready. Put your first groceries away.']);
    expect(home.form(/undo$/).buttons()).toEqual(['Undo the places']);
    expect(placesOf(home)).toEqual(['Fridge', 'Pantry', 'Cellar']);
  });

  it('is done once, however often it is sent', async () => {
    const { step } = await begin();
    const review = await throughToReview(step);
    const form = review.form(/commit$/);
    const [one, other] = await Promise.all([form.submit(), form.submit()]);
    expect([one.h1, other.h1]).toEqual(['Eat first', 'Eat first']);
    expect(placesOf(other)).toEqual(['Fridge', 'Pantry', 'Cellar']);
  });

  it('brings the places back when it is undone, and says that the name stays', async () => {
    const { step } = await begin();
    const home = await (await throughToReview(step)).form(/commit$/).submit();
    const undone = await home.form(/undo$/).submit();
    expect(placesOf(undone)).toEqual(['Fridge', 'Freezer', 'Pantry']);
    expect(undone.flashes()[0]).toContain('The household keeps its name and time zone.');
    expect(undone.query('.household-name')?.textContent).toContain('14 Mill Lane');
  });

  it('offers no Undo when the places are what they were', async () => {
    const { step } = await begin();
    const places = await step
      .form(/household$/)
      .fill({ name: '14 Mill Lane' })
      .submit();
    const home = await (await places.form(/places$/).submit()).form(/commit$/).submit();
    expect(home.flashes()).toEqual(['14 Mill Lane is ready. Put your first groceries away.']);
    expect(home.queryAll('form[action$="/undo"]')).toEqual([]);
    expect(placesOf(home)).toEqual(['Fridge', 'Freezer', 'Pantry']);
  });

  it('leaves a place alone that has food in it', async () => {
    const { ada, step } = await begin();
    const freezer = await (await ada.visitor.get('/')).click(/^Freezer/);
    await freezer
      .form(/items$/)
      .fill({ name: 'Peas' })
      .submit();
    const home = await (await throughToReview(step)).form(/commit$/).submit();
    expect(placesOf(home)).toContain('Freezer');
    expect(home.text).toContain('Peas');
  });

  it('asks for one place at least', async () => {
    const { step } = await begin();
    const places = await step.form(/household$/).submit();
    const wrong = await places
      .form(/places$/)
      .fill({ place: [] })
      .submit();
    expect([wrong.status, wrong.errors().place]).toEqual([422, 'Choose one place at least.']);
    const boxes = wrong.queryAll('input[name="place"]');
    expect(new Set(boxes.map((box) => box.getAttribute('aria-invalid')))).toEqual(new Set(['true']));
    expect(boxes[0]?.closest('fieldset')?.getAttribute('aria-describedby')).toBe('place-error');
  });

  it('is not found under the address of another kind of entry, nor by another user', async () => {
    const { ada, step } = await begin();
    const id = step.path.split('/')[2];
    expect((await ada.visitor.get(`/put-away/${id}/place`)).status).toBe(404);
    const grace = await signUp(server.visitor(), { username: uniqueName('grace') });
    expect((await grace.visitor.get(step.path)).status).toBe(404);
  });
});
