import { beforeEach } from 'vitest';
import type { Form } from '../support/form.js';
import type { Page } from '../support/page.js';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';

/** Somebody new for each test, at noon of 24 November 2026, and what they do with the items of their places. */
export function usingKitchen() {
  const larder = usingLocalApp();
  let ada: Person;
  beforeEach(async () => {
    larder.clock.set('2026-11-24T12:00:00Z');
    ada = await signUp(larder.visitor(), { firstName: 'Ada', timeZone: 'UTC' });
  });

  const get = (path: string): Promise<Page> => ada.visitor.get(path);
  const open = async (place: string): Promise<Page> => (await get('/')).click(new RegExp(`^${place}`));
  return {
    get,
    larder,
    /** Sets what time it is. */
    now: (time: string) => larder.clock.set(time),
    /** The page of a place. */
    open,
    /** What stands in the rows of a place, but for their buttons. */
    async shelf(place: string): Promise<string[]> {
      const page = await open(place);
      return page.texts('.item').map((row) => row.replace(/ (Ate|Finished|Threw away).*$/, ''));
    },
    /** Adds an item, and opens its page. */
    async itemPage(name: string, fields: Record<string, string> = {}, place = 'Fridge'): Promise<Page> {
      const added = (await open(place)).form(/\/items$/).fill({ name, ...fields });
      return (await added.submit()).click(name);
    },
  };
}

/** The form of what happened to an item. */
export const happenedForm = (page: Page): Form => page.form(/\/eaten$/);

/** The form that changes what is written of it. */
export const editForm = (page: Page): Form => page.form(/^\/items\/\d+$/);

/** The button that moves it into a place. */
export const into = (place: string): RegExp => new RegExp(`^To ${place}$`);
