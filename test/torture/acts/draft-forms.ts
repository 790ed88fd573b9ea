import type { Form } from '../../support/form.js';
import { discard, restore } from '../rules/drafts.js';
import { decline } from '../rules/invitations.js';
import { commit, save, start } from '../rules/put-away.js';
import type { Step } from '../rules/steps.js';
import { fillStep, readStep } from './filling.js';
import type { FormKind } from './forms.js';

/** Details as they are offered: a quantity of 1 for each line tells nobody's entries apart. */
function isBlank(form: Form): boolean {
  return form.entries().some(([name, value]) => name.startsWith('quantity_') && value === '1');
}

/** Everything that a page of an entry lets one press. */
export const DRAFT_FORMS: FormKind[] = [
  {
    kind: 'start an entry',
    path: /^\/put-away$/,
    weight: 3,
    act({ form }) {
      const [once = '', place] = [form.value('once'), form.value('place_id')];
      return {
        rule: (state, answer) => start(state, answer.key ?? '', once, place, answer),
        says: /Ten entries/,
      };
    },
  },
  ...(['place', 'foods', 'details'] as Step[]).map(
    (step): FormKind => ({
      kind: `save the ${step}`,
      path: new RegExp(`^/put-away/([^/]+)/${step}$`),
      weight: 12,
      fill: (form, _ids, family, choices) => {
        if (isBlank(form) || !choices.chance(0.1)) fillStep(form, step, family, choices);
      },
      isBlank,
      act({ form, ids: [id = ''] }) {
        const said = readStep(form, id, step);
        return {
          about: id,
          rule: (state, { key }) => save(state, key ?? '', said),
          says: /is gone|comes first/,
        };
      },
    }),
  ),
  {
    kind: 'commit',
    path: /^\/put-away\/([^/]+)\/commit$/,
    weight: 16,
    act({ form, ids: [id = ''], action }) {
      const revision = form.value('revision') ?? '';
      return {
        about: id,
        rule: (state, { key }) => commit(state, key ?? '', id, revision, action),
        says: /put away|is gone/,
        undoes: (state) => state.commits[id]?.action,
      };
    },
  },
  {
    kind: 'discard',
    path: /^\/put-away\/([^/]+)\/discard$/,
    weight: 0.5,
    act: ({ form, ids: [id = ''] }) => ({
      about: id,
      rule: (state, { key }) => discard(state, key ?? '', id, form.value('return_to') ?? '/put-away'),
      says: /is discarded|no longer open/,
    }),
  },
  {
    kind: 'restore',
    path: /^\/put-away\/([^/]+)\/restore$/,
    weight: 8,
    act: ({ form, ids: [id = ''] }) => ({
      about: id,
      rule: (state, { key }) => restore(state, key ?? '', id, form.value('return_to') ?? '/put-away'),
      says: /is back|Ten others/,
    }),
  },
  {
    kind: 'decline an invitation',
    path: /^\/joining\/([^/]+)\/discard$/,
    weight: 2,
    act: ({ form, ids: [id = ''] }) => ({
      about: id,
      rule: (state, answer) => decline(state, id, form.value('return_to') ?? '/joining', answer),
      says: /is discarded|no longer open/,
    }),
  },
];
