import type { Draft, DraftRules } from '../../src/drafts/rows/draft.js';

/** A made-up kind: what is cooked depends on nothing, the pot on the guests, the shopping on both others. */
export const DINNER: DraftRules = {
  name: 'dinner',
  steps: [
    { name: 'guests', dependsOn: [] },
    { name: 'dish', dependsOn: [] },
    { name: 'shopping', dependsOn: ['guests', 'dish'] },
  ],
};

export const PICNIC: DraftRules = { name: 'picnic', steps: [{ name: 'meadow', dependsOn: [] }] };

export function emptyDraft(fields: Partial<Draft> = {}): Draft {
  const empty = { revision: 'r0', version: 0, steps: {}, keys: {}, fields: {}, typed: {} };
  return { id: 'draft-1', kind: DINNER.name, owner: 7, household: 1, ...empty, ...fields };
}
