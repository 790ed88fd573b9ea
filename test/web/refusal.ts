import { expect } from 'vitest';
import type { Page } from '../support/page.js';

/**
 * Expects a form that was wrong: the same page again, with each message beside its field and in the summary, where
 * it links to that field.
 * @param errors the message of each wrong field, or a part of it
 */
export function expectRefused(page: Page, errors: Record<string, string | RegExp>, status = 422): void {
  expect(page.status, String(page)).toBe(status);
  const beside = page.errors();
  expect(Object.keys(beside).sort()).toEqual(Object.keys(errors).sort());
  for (const [field, message] of Object.entries(errors)) expect(beside[field]).toMatch(message);
  expect(page.summaryErrors().sort()).toEqual(Object.values(beside).sort());
  for (const link of page.queryAll('.error-summary a')) {
    const id = link.getAttribute('href')?.replace(/^#/, '');
    const field = page.query(`[id="${id}"]`);
    expect(['INPUT', 'SELECT', 'TEXTAREA'], `what #${id} leads to`).toContain(field?.tagName);
    const described = field
      ?.closest('fieldset, .field')
      ?.querySelector(`[id="${field.getAttribute('name')}-error"]`);
    expect(described, `the message of ${id}`).toBeTruthy();
  }
  expect(page.title).toMatch(/^Error: /);
  for (const field of page.queryAll('input[type="password"]')) expect(field.getAttribute('value')).toBeNull();
}
