import { type Draft, isDone, mayShow, nextStep } from '../rows/draft.js';
import type { DraftKind } from '../rows/draft-kind.js';

/** The steps for partials/steps, with links to those that may be shown. */
export function stepsOf(kind: DraftKind, draft: Draft, current: string) {
  const asked = kind.steps.map(({ name, label }) => ({ name, label, open: mayShow(kind, draft, name) }));
  const review = { name: 'review', label: 'Review', open: !nextStep(kind, draft) };
  return [...asked, ...(kind.review ? [review] : [])].map(({ name, label, open }) => ({
    label,
    state: name === current ? 'current' : isDone(draft, name) ? 'done' : 'todo',
    ...(open ? { href: `${kind.address}/${draft.id}/${name}` } : {}),
  }));
}
