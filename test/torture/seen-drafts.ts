import type { Draft, Id, LineDetail } from './state.js';

/** A draft as its row holds it. */
export interface StoredDraft {
  id: Id;
  kind: Draft['kind'];
  owner_id: number | null;
  household_id: number;
  state: 'open' | 'discarded';
  revision: string;
  keys: string;
  body: string;
  once: string | null;
}

interface Body {
  steps: Draft['steps'];
  fields: {
    foods?: { id: string; foodId: number | null; name: string }[];
    details?: Record<
      string,
      { quantityMilli: number; unit: string; bestBefore: string | null; placeId: number | null }
    >;
  };
  typed: Draft['typed'];
}

/** A draft as its row holds it, told as a state tells it. */
export function asSeen(row: StoredDraft): Draft {
  const { kind, owner_id, household_id, state, revision, once } = row;
  const { steps, fields, typed } = JSON.parse(row.body) as Body;
  const { place_id = null } = JSON.parse(row.keys) as { place_id?: number };
  const lines = fields.foods ?? [];
  const details = lines.map(({ id, name }): LineDetail => {
    const { quantityMilli = 0, unit = '', bestBefore = null, placeId = null } = fields.details?.[id] ?? {};
    return { name, quantity: quantityMilli, unit, bestBefore, own: idOrNull(placeId) };
  });
  return {
    kind,
    owner: idOrNull(owner_id),
    household: String(household_id),
    revision,
    steps,
    place: idOrNull(place_id),
    foods: lines.map(({ foodId, name }) => ({ food: foodId === null ? '' : String(foodId), name })),
    details,
    discarded: state === 'discarded',
    once: once ?? '',
    typed,
  };
}

function idOrNull(id: number | null): Id | null {
  return id === null ? null : String(id);
}
