import type { Form } from '../../support/form.js';
import type { Choices } from '../../support/seeded.js';
import { quantityIn } from '../quantities.js';
import { tap } from '../rules/taps.js';
import type { State } from '../state.js';
import type { FormKind } from './forms.js';
import { pathOf } from './item-forms.js';

/** The buttons of lists and of an item's page, which say what happened to it. */
export const TAPS: FormKind[] = [
  tapKind('eat', 'eaten', /eaten|gone already/),
  tapKind('throw away', 'thrown-away', /thrown away|gone already/),
];

function tapKind(kind: string, what: 'eaten' | 'thrown-away', says: RegExp): FormKind {
  return {
    kind,
    path: new RegExp(`^/items/(\\d+)/${what}$`),
    // There are many of them on a page.
    weight: 0.1,
    button: buttonTo,
    act({ form, ids: [id = ''], action, button }) {
      const some = button && quantityIn(button[1]);
      const back = pathOf(form.value('return_to'));
      let once = '';
      return {
        about: id,
        rule(state, { key = '' }) {
          once = JSON.stringify([form.value('once'), state.owners[key], what, id, button]);
          return tap(state, key, id, { some, back, once, action });
        },
        says,
        did: (state) => state.once[once],
        undoes: (state) => (isThere(state, id) ? state.once[once] : state.deletions[id]),
      };
    },
  };
}

/** One of the buttons that send a form to a path, with what it says. */
function buttonTo(form: Form, choices: Choices, path: string): [string, string] | undefined {
  const buttons = Array.from(form.element.querySelectorAll('button')).filter((one) => {
    // Some stand in it, and are of another form.
    if (one.hasAttribute('form')) return false;
    const to = one.getAttribute('formaction') ?? form.element.getAttribute('action') ?? '';
    return new URL(to, 'http://larder').pathname === path;
  });
  const button = choices.pick(buttons);
  const name = button?.getAttribute('name');
  return name ? [name, button?.getAttribute('value') ?? ''] : undefined;
}

function isThere({ households }: State, id: string): boolean {
  return Object.values(households).some(({ items }) => items[id] !== undefined);
}
