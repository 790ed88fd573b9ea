import { beforeEach } from 'vitest';
import type { Form } from '../support/form.js';
import type { Page } from '../support/page.js';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';

/** Somebody new for each test, and what they do with the foods of their household. */
export function usingFoods() {
  const larder = usingLocalApp();
  let who: Person;
  const moveIn = async (firstName: string) => {
    who = await signUp(larder.visitor(), { firstName, timeZone: 'UTC' });
  };
  beforeEach(() => moveIn('Ada'));
  const get = (path: string): Promise<Page> => who.visitor.get(path);
  return {
    larder,
    get,
    post: (path: string): Promise<Page> => who.visitor.post(path),
    /** From now on it is somebody else, of another household. */
    moveIn,
    list: async (path = '/foods') => (await get(path)).texts('.food-list li'),
    /** Adds items by their names, to the fridge. */
    async add(...names: string[]): Promise<void> {
      for (const name of names) {
        const fridge = await (await get('/')).click(/^Fridge/);
        await fridge
          .form(/\/items$/)
          .fill({ name })
          .submit();
      }
    },
    /** The page of a food. */
    open: async (name: string) => (await get('/foods')).click(new RegExp(`^${name}`)),
  };
}

export const renameForm = (page: Page): Form => page.form(/^\/foods\/\d+$/);
export const mergeForm = (page: Page): Form => page.form('[aria-labelledby="merging"] form');
export const undo = (page: Page): Promise<Page> => page.form(/\/undo$/).submit();
