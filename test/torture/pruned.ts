import { isReachable } from './rules/own-drafts.js';
import type { State } from './state.js';

/** Forgets what no tab has a form of any more. */
export function pruned(state: State): State {
  return {
    ...state,
    drafts: Object.fromEntries(
      Object.entries(state.drafts).filter(([id, draft]) => isReachable(state, id, draft)),
    ),
    commits: last(state.commits),
    actions: last(state.actions),
    once: last(state.once),
    deletions: last(state.deletions),
    edits: last(state.edits),
  };
}

const KEPT = 250;

/** Keys that look like numbers come first whatever their age, so ids keep the highest. */
function last<T>(record: Record<string, T>): Record<string, T> {
  const entries = Object.entries(record);
  return entries.length > 2 * KEPT ? Object.fromEntries(entries.slice(-KEPT)) : record;
}
