import { edit } from '../rules/edit.js';
import { onEitherDay, today } from '../rules/facts.js';
import { deletionOf, gone } from '../rules/gone.js';
import { add, remove, removePlace } from '../rules/items.js';
import { undo, undoingOf } from '../rules/undo.js';
import { detailOf, drawnWith, fieldsOf, fillItem, optionsOf, readLine, writeLine } from './filling.js';
import type { FormKind } from './forms.js';

const PLACE_OF_LINE = 'form[action="/quick-entry"] input[name="place_id"]';

/** Everything that a page of a place or an item lets one press. */
export const ITEM_FORMS: FormKind[] = [
  {
    kind: 'add an item',
    path: /^\/places\/(\d+)\/items$/,
    weight: 5,
    fill(form, _ids, family, choices) {
      // What is to go somewhere else, since its place is gone, can't be changed.
      if (form.element.querySelector('[name="name"][type="hidden"]') === null)
        fillItem(form, family, choices, true);
    },
    act({ form, ids: [place = ''], action, page, sent }) {
      const name = form.value('name') ?? '';
      const detail = name === '' ? undefined : detailOf(form, name);
      const row = `place ${place}`;
      let once = '';
      return {
        about: page.path,
        rule(state, answer) {
          const { key = '' } = answer;
          once = JSON.stringify([form.value('once'), state.owners[key], place, detail]);
          return add(state, key, place, detail, once, action, gone(state, { ...sent, row }, answer));
        },
        says: new RegExp(`^${name} `),
        undoes: (state) => state.once[once],
        restores: (state) => deletionOf(state, row),
      };
    },
  },
  {
    kind: 'add with one line',
    path: /^\/quick-entry$/,
    weight: 3,
    // Elsewhere it goes where such food was last.
    isKnown: (_family, page) => Boolean(page.query(PLACE_OF_LINE)?.getAttribute('value')),
    fill: (form, _ids, family, choices) => form.fill({ line: writeLine(family, choices) }),
    act({ form, action }) {
      const [line, place] = [form.value('line') ?? '', form.value('place_id') ?? ''];
      let once = '';
      return {
        about: `/places/${place}`,
        rule(state, { key = '' }) {
          once = JSON.stringify([form.value('once'), state.owners[key], place, line]);
          const refused = { status: 422, after: state, promise: 'tables' as const };
          const result = add(state, key, place, readLine(line), once, action, refused);
          return result.to === `/places/${place}`
            ? { ...result, to: pathOf(form.value('return_to')) }
            : result;
        },
        says: /^Added |gone again/,
        undoes: (state) => state.once[once],
      };
    },
  },
  {
    kind: 'edit an item',
    path: /^\/items\/(\d+)$/,
    weight: 8,
    fill(form, _ids, family, choices) {
      fillItem(form, family, choices, false);
      form.fill({ place_id: choices.oneOf(optionsOf(form, 'place_id')) });
    },
    act({ form, ids: [id = ''], action, sent }) {
      const change = fieldsOf(form);
      const drawn = { ...drawnWith(form), revision: Number(form.value('revision')) };
      const back = pathOf(form.value('return_to'));
      const began = today();
      const hasFrozen = form.value('frozen_on') !== undefined;
      return {
        about: id,
        rule(state, answer) {
          const missing = gone(state, { ...sent, row: id }, answer);
          const token = JSON.stringify([form.value('once'), state.owners[answer.key ?? '']]);
          const result = onEitherDay(began, (day) =>
            edit(state, answer.key ?? '', id, { change, drawn, back, token, today: day }, action, missing),
          );
          // Of two taps that take out of the freezer, the second finds days that its form has otherwise.
          const isRepeated = result.status === 303 && result.after === state;
          return isRepeated && hasFrozen ? { ...result, raced: { status: 409 } } : result;
        },
        says: /is changed|is moved/,
        did: (state) => (state.actions[action] ? action : undefined),
        undoes: (state) => state.edits[id],
        restores: (state) => deletionOf(state, id),
      };
    },
  },
  {
    kind: 'delete an item',
    path: /^\/items\/(\d+)\/delete$/,
    weight: 0.4,
    act({ form, ids: [id = ''], action }) {
      const back = form.value('return_to') ?? '/';
      return {
        about: id,
        rule: (state, { key }) => remove(state, key ?? '', id, back, action),
        says: /is deleted/,
        undoes: (state) => state.deletions[id],
      };
    },
  },
  {
    kind: 'delete a place',
    path: /^\/places\/(\d+)\/delete$/,
    weight: 3,
    act: ({ ids: [id = ''], action }) => ({
      about: id,
      alone: true,
      rule: (state, { key }) => removePlace(state, key ?? '', id, action),
      says: /deleted/,
      undoes: (state) => state.deletions[`place ${id}`],
    }),
  },
  {
    kind: 'undo',
    path: /^\/journal\/(\d+)\/undo$/,
    weight: 9,
    isKnown: (family, page, [id = '']) => family.undoOf(page, id) !== undefined,
    act({ family, page, form, ids: [id = ''] }) {
      const name = family.undoOf(page, id) ?? '';
      const back = pathOf(form.value('return_to'));
      return {
        about: name,
        alone: true,
        rule: (state, { key }) => undo(state, key ?? '', name, back),
        says: /back|taken out again|undone|as it was|done again/i,
        undoes: (state) => (state.actions[undoingOf(name)] ? undoingOf(name) : undefined),
      };
    },
  },
];

/** Where a form leads back to, without the query. */
export function pathOf(returnTo: string | undefined): string {
  return new URL(returnTo || '/', 'http://larder').pathname;
}
