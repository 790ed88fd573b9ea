import { add, edit, remove, removePlace } from '../rules/items.js';
import { undo, undoingOf } from '../rules/undo.js';
import type { Id } from '../state.js';
import { detailOf, fillItem } from './filling.js';
import type { FormKind } from './forms.js';

/** Everything that a page of a place or an item lets one press. */
export const ITEM_FORMS: FormKind[] = [
  {
    kind: 'add an item',
    path: /^\/places\/(\d+)\/items$/,
    weight: 5,
    fill: (form, _ids, family, choices) => fillItem(form, family, choices, true),
    act({ family, form, ids: [place = ''], action, page }) {
      const name = form.value('name') ?? '';
      const detail = name === '' ? undefined : detailOf(form, name);
      const user = (key: string | undefined) => family.state.sessions[key ?? '']?.user;
      const once = (key: string | undefined) =>
        JSON.stringify([form.value('once'), user(key), place, detail]);
      const token = form.value('once');
      let sent = '';
      return {
        about: page.path,
        rule(state, { key }) {
          sent = JSON.stringify([token, state.sessions[key ?? '']?.user ?? user(key), place, detail]);
          return add(state, key ?? '', place, detail, sent || once(key), action);
        },
        says: new RegExp(`^${name} `),
        undoes: (state) => state.once[sent],
      };
    },
  },
  {
    kind: 'edit an item',
    path: /^\/items\/(\d+)$/,
    weight: 8,
    fill(form, _ids, family, choices) {
      fillItem(form, family, choices, false);
      const places = Array.from(form.element.querySelectorAll('select[name="place_id"] option'));
      form.fill({ place_id: choices.oneOf(places).getAttribute('value') ?? '' });
    },
    act({ form, ids: [id = ''], action }) {
      const change = { ...detailOf(form, form.value('name') ?? ''), place: form.value('place_id') ?? '' };
      const revision = Number(form.value('revision'));
      return {
        about: id,
        rule: (state, { key }) => edit(state, key ?? '', id, change, revision, action),
        says: /is changed|is moved/,
        undoes: (state) => state.edits[id],
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
    act({ family, form, page }) {
      const name: Id = family.wires.messages.of(page.path)?.undoes ?? '';
      const back = form.value('return_to') ?? '/';
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
