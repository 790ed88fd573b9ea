import type { Filling } from './form.js';
import { squeeze, visibleText } from './visible-text.js';

export type Control = Element;

/** A form's inputs, selects, text areas and buttons, also by their form attribute. */
export function controlsOf(form: Element): Control[] {
  const controls = Array.from(form.ownerDocument.querySelectorAll('input, select, textarea, button'));
  return controls.filter((control) => {
    const owner = control.getAttribute('form');
    return owner === null ? control.closest('form') === form : owner !== '' && owner === form.id;
  });
}

export function isButton(control: Control): boolean {
  if (control.tagName === 'BUTTON') return true;
  return ['submit', 'button', 'reset', 'image'].includes(typeOf(control));
}

export function isDisabled(control: Control): boolean {
  if (control.hasAttribute('disabled')) return true;
  const fieldset = control.closest('fieldset[disabled]');
  return fieldset !== null && !fieldset.querySelector(':scope > legend')?.contains(control);
}

/** What a browser would send for a field. */
export function valuesOf(control: Control): string[] {
  if (control.tagName === 'TEXTAREA') return [(control.textContent ?? '').replace(/^\r?\n/, '')];
  if (control.tagName === 'SELECT') return selected(control).map(optionValue);
  const value = control.getAttribute('value');
  if (!isTicked(control)) return [value ?? ''];
  return control.hasAttribute('checked') ? [value ?? 'on'] : [];
}

export function buttonLabel(button: Control): string {
  return (
    button.getAttribute('aria-label') ?? (visibleText(button) || squeeze(button.getAttribute('value') ?? ''))
  );
}

/** Types into, ticks or picks the fields of one name. */
export function choose(controls: Control[], name: string, filling: Filling): void {
  const [first, ...others] = controls;
  if (!first) return;
  if (isTicked(first)) tick(controls, name, filling);
  else if (others.length > 0) chooseEach(controls, name, filling);
  else if (first.tagName === 'SELECT') pick(first, name, filling);
  else type(first, name, filling);
}

function type(control: Control, name: string, filling: Filling): void {
  if (typeof filling === 'boolean' || Array.isArray(filling)) throw new Error(`${name} takes words`);
  if (control.tagName === 'TEXTAREA') control.textContent = `\n${filling}`;
  else control.setAttribute('value', String(filling));
}

function chooseEach(controls: Control[], name: string, filling: Filling): void {
  if (!Array.isArray(filling) || filling.length !== controls.length)
    throw new Error(`There are ${controls.length} fields named ${name}: give a list of as many values`);
  for (const [i, control] of controls.entries()) choose([control], name, filling[i] ?? '');
}

function tick(controls: Control[], name: string, filling: Filling): void {
  const [only] = controls;
  const isOneBox = controls.length === 1 && only && typeOf(only) === 'checkbox';
  if (typeof filling === 'boolean' && !isOneBox) throw new Error(`${name} has several choices: say which`);
  const value = (box: Element) => box.getAttribute('value') ?? 'on';
  const wanted =
    typeof filling === 'boolean'
      ? controls.filter(() => filling)
      : [filling].flat().map((choice) => find(controls, name, String(choice), value, labelOf));
  mark(controls, wanted, 'checked');
}

function pick(select: Control, name: string, filling: Filling): void {
  const open = options(select).filter((option) => !option.hasAttribute('disabled'));
  const wanted = [filling].flat().map((choice) => find(open, name, String(choice), optionValue, visibleText));
  mark(options(select), wanted, 'selected');
}

function find(
  choices: Element[],
  name: string,
  wanted: string,
  value: (choice: Element) => string,
  label: (choice: Element) => string,
): Element {
  const byValue = choices.find((choice) => value(choice) === wanted);
  const found = byValue ?? choices.find((choice) => label(choice) === wanted);
  if (found) return found;
  const known = choices.slice(0, 30).map((choice) => `${value(choice)} (${label(choice)})`);
  throw new Error(`${name} has no choice ${wanted}; it has: ${known.join(', ')}`);
}

function mark(all: Element[], wanted: Element[], attribute: string): void {
  for (const element of all) element.toggleAttribute(attribute, wanted.includes(element));
}

function selected(select: Control): Element[] {
  const all = options(select);
  const marked = all.filter((option) => option.hasAttribute('selected'));
  if (select.hasAttribute('multiple')) return marked.filter((option) => !option.hasAttribute('disabled'));
  const shown = marked.at(-1) ?? all.find((option) => !option.hasAttribute('disabled'));
  return shown && !shown.hasAttribute('disabled') ? [shown] : [];
}

function options(select: Control): Element[] {
  return Array.from(select.querySelectorAll('option'));
}

function optionValue(option: Element): string {
  return option.getAttribute('value') ?? squeeze(option.textContent ?? '');
}

function labelOf(control: Control): string {
  const byId = control.id ? control.ownerDocument.querySelector(`label[for="${control.id}"]`) : null;
  return visibleText(byId ?? control.closest('label'));
}

function isTicked(control: Control): boolean {
  return ['checkbox', 'radio'].includes(typeOf(control));
}

function typeOf(control: Control): string {
  return control.tagName === 'INPUT' ? (control.getAttribute('type') ?? 'text').toLowerCase() : '';
}
