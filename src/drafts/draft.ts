/** An unfinished multi-step entry. It lives in the session; nothing of it is in the household's tables. */
export interface Draft {
  id: string;
  /** The name of its DraftKind. */
  kind: string;
  /** The user whose draft it is; null while nobody is signed in. */
  owner: number | null;
  /** The household it is for. */
  household: number;
  /** Counts the changes: each form carries the revision it was drawn at. */
  revision: number;
  /** The steps that are done, each with the revision at which it was last changed. */
  steps: Record<string, number>;
  /** The pending foreign keys: ids of rows that the finished records will belong to. */
  keys: Record<string, number>;
  /** What was said, by step. */
  fields: Record<string, unknown>;
  /** What was typed for a step that could not be saved yet, by step: its form shows it again. */
  typed?: Record<string, Record<string, string>>;
  /** ISO 8601 UTC. */
  started_at: string;
  changed_at: string;
  /** Discarded, and still there for an Undo. */
  discarded?: true;
  /** The token of the form that started it: a second tap finds the same draft. */
  once?: string;
}

/** What the rules below need to know of a kind of multi-step entry. */
export interface DraftRules {
  name: string;
  /** In the order in which a person goes through them. */
  steps: readonly StepRules[];
}

export interface StepRules {
  name: string;
  /** Changing one of these steps asks this one again. */
  dependsOn: readonly string[];
}

/** What a step's form was drawn from and now says. */
export interface StepChange {
  step: string;
  /** The revision that the form carried. */
  revision: number;
  fields: unknown;
  keys?: Record<string, number>;
}

/** What is known of a draft from the first. */
export interface DraftStart {
  /** The steps that need no asking. */
  steps: Omit<StepChange, 'revision'>[];
  /** Pending foreign keys that no step asks for. */
  keys?: Record<string, number>;
  /** The token of the form that starts it. */
  once?: string | undefined;
}

export const DRAFTS_AT_MOST = 10;
/** Room for a stock-take in which 10,000 items of a place are missing, with about 70 bytes for each. */
export const DRAFT_BYTES_AT_MOST = 1024 * 1024;

/**
 * A draft as it begins.
 * @param id one that no draft had before
 * @param whose and for which household it is
 * @param at ISO 8601 UTC
 */
export function begunDraft(
  kind: DraftRules,
  id: string,
  whose: Pick<Draft, 'owner' | 'household'>,
  { steps, keys = {}, once }: DraftStart,
  at: string,
): Draft {
  const { owner, household } = whose;
  const empty = { revision: 0, steps: {}, keys, fields: {}, started_at: at, changed_at: at };
  const draft: Draft = { id, kind: kind.name, owner, household, ...empty, ...(once ? { once } : {}) };
  return steps.reduce((made, step) => withStep(kind, made, { ...step, revision: 0 }, at), draft);
}

/** The first step that is not done, or undefined when the draft can be reviewed. */
export function nextStep(kind: DraftRules, draft: Draft): string | undefined {
  return kind.steps.find((step) => draft.steps[step.name] === undefined)?.name;
}

/** True when every step before this one is done, so that it may be shown. */
export function mayShow(kind: DraftRules, draft: Draft, stepName: string): boolean {
  const before = kind.steps.slice(0, indexOf(kind, stepName));
  return before.every((step) => draft.steps[step.name] !== undefined);
}

/**
 * True when the step, or one that it depends on, was changed after the form was drawn: saving the form would
 * overwrite what its writer never saw.
 */
export function isStale(kind: DraftRules, draft: Draft, stepName: string, revision: number): boolean {
  const step = kind.steps[indexOf(kind, stepName)];
  const related = [stepName, ...(step?.dependsOn ?? [])];
  return revision > draft.revision || related.some((name) => (draft.steps[name] ?? 0) > revision);
}

/** The draft with a step's fields saved: a new revision, and what depended on the step to be asked again. */
export function withStep(kind: DraftRules, draft: Draft, change: StepChange, changedAt: string): Draft {
  const revision = draft.revision + 1;
  const askedAgain = kind.steps
    .filter((step) => step.dependsOn.includes(change.step))
    .map(({ name }) => name);
  const steps = Object.fromEntries(
    Object.entries(draft.steps).filter(([name]) => !askedAgain.includes(name)),
  );
  const { typed: { [change.step]: _, ...typed } = {}, ...rest } = draft;
  return {
    ...rest,
    ...(Object.keys(typed).length > 0 ? { typed } : {}),
    revision,
    steps: { ...steps, [change.step]: revision },
    keys: { ...draft.keys, ...change.keys },
    fields: { ...draft.fields, [change.step]: change.fields },
    changed_at: changedAt,
  };
}

function indexOf(kind: DraftRules, stepName: string): number {
  const index = kind.steps.findIndex((step) => step.name === stepName);
  if (index < 0) throw new Error(`The draft kind ${kind.name} has no step ${stepName}`);
  return index;
}
