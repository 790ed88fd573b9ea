import { describe, expect, test } from 'vitest';
import { formPage } from '../../src/kept-forms/form-page.js';
import { OWN, PUBLIC, WITH_ID } from '../support/addresses.js';

const routes = [...PUBLIC, ...OWN, ...Object.keys(WITH_ID)];
const pages = routes
  .filter((route) => route.startsWith('GET '))
  .map((route) => new RegExp(`^${route.slice(4).replace(/:\w+/g, '[^/]+')}$`));
/** A press of a button, with nothing typed that could be shown again. */
const BUTTONS = /\/(?:undo|discard|restore|revoke|delete|logout)$/;

describe('What is typed in a form can be shown again', () => {
  test.each(routes.filter((route) => route.startsWith('POST ') && !BUTTONS.test(route)))(
    'by the page that the form stands on: %s',
    (route) => {
      const page = formPage(route.slice(5).replace(/:\w+/g, '7'));
      expect(pages.some((pattern) => pattern.test(page))).toBe(true);
    },
  );
});
