import { randomText } from '../../random.js';

/** An unfinished multi-step entry. Nothing of it is in other tables yet. */
export interface Draft {
  id: string;
  /** The name of its DraftKind. */
  kind: string;
  /** Null while nobody is signed in. */
  owner: number | null;
  household: number;
  /** A random mark, new at each saved step and never the same again. */
  revision: string;
  /** Counts the changes of the row. */
  version: number;
  /** The steps that were ever saved. */
  steps: Record<string, StepState>;
  /** The pending foreign keys: ids of rows that the records will name. */
  keys: Record<string, number>;
  fields: Record<string, unknown>;
  /** What was typed and could not be saved yet, by step. */
  typed: Record<string, Record<string, string>>;
}

export interface StepState {
  /** The revision at which it was last saved, or must be asked again. */
  mark: string;
  /** False when it must be asked again. */
  isDone: boolean;
}

export interface DraftRules {
  name: string;
  steps: readonly StepRules[];
}

export interface StepRules {
  name: string;
  /** Changing one of these asks this one again. */
  dependsOn: readonly string[];
}

/** Which drafts somebody can find. */
export interface DraftScope {
  kind: DraftRules;
  /** Null while nobody is signed in. */
  owner: number | null;
  /** Ids in this browser's session: the only way to find a draft without an owner. */
  begunHere: readonly string[];
  /** All households when left out. */
  household?: number;
}

export interface StepChange {
  step: string;
  /** What `drawnFrom` gave for the form. */
  drawnFrom: string;
  fields: unknown;
  keys?: Record<string, number> | undefined;
}

export interface DraftStart {
  steps: Omit<StepChange, 'drawnFrom'>[];
  /** Pending foreign keys that no step asks for. */
  keys?: Record<string, number>;
  /** The token of the form: a second tap finds the same draft. */
  once?: string | undefined;
  /** Committed in the same request, so that it needs no room among the open ones. */
  isCommittedAtOnce?: boolean;
}

export const DRAFTS_AT_MOST = 10;
/** Room for a stock-take with 10,000 missing items, at 70 bytes each. */
export const DRAFT_BYTES_AT_MOST = 1024 * 1024;

/** A new draft. @param whose and for which household */
export function begunDraft(
  kind: DraftRules,
  whose: Pick<Draft, 'owner' | 'household'>,
  { steps, keys = {} }: DraftStart,
): Draft {
  const { owner, household } = whose;
  const empty = { revision: newMark(), version: 0, steps: {}, keys, fields: {}, typed: {} };
  const draft: Draft = { id: newDraftId(), kind: kind.name, owner, household, ...empty };
  return steps.reduce((made, step) => withStep(kind, made, step), draft);
}

/** 128 random bits. */
export function newDraftId(): string {
  return randomText(16);
}

export function isDone(draft: Draft, stepName: string): boolean {
  return draft.steps[stepName]?.isDone === true;
}

/** The first step that is not done, or undefined when the draft can be reviewed. */
export function nextStep(kind: DraftRules, draft: Draft): string | undefined {
  return kind.steps.find(({ name }) => !isDone(draft, name))?.name;
}

/** True when every step before this one is done. */
export function mayShow(kind: DraftRules, draft: Draft, stepName: string): boolean {
  const before = kind.steps.slice(0, kind.steps.indexOf(ruleOf(kind, stepName)));
  return before.every(({ name }) => isDone(draft, name));
}

/**
 * What a step's form carries: the marks of the step and of those that it depends on. When they are others by the
 * time it is sent, saving would overwrite what its writer never saw.
 */
export function drawnFrom(kind: DraftRules, draft: Draft, stepName: string): string {
  const related = [stepName, ...ruleOf(kind, stepName).dependsOn];
  return related.map((name) => draft.steps[name]?.mark ?? '').join('.');
}

/** The draft with a step saved, a new revision, and the steps that depend on it to be asked again. */
export function withStep(
  kind: DraftRules,
  draft: Draft,
  change: Pick<StepChange, 'step' | 'fields' | 'keys'>,
): Draft {
  const mark = newMark();
  const askedAgain = kind.steps
    .filter(({ name, dependsOn }) => dependsOn.includes(change.step) && isDone(draft, name))
    .map(({ name }) => [name, { mark, isDone: false }]);
  const { [change.step]: _, ...typed } = draft.typed;
  return {
    ...draft,
    typed,
    revision: mark,
    version: draft.version + 1,
    steps: { ...draft.steps, ...Object.fromEntries(askedAgain), [change.step]: { mark, isDone: true } },
    keys: { ...draft.keys, ...change.keys },
    fields: { ...draft.fields, [change.step]: change.fields },
  };
}

/** The draft with a step to be asked again. */
export function askingAgain(draft: Draft, stepName: string): Draft {
  const mark = newMark();
  const steps = { ...draft.steps, [stepName]: { mark, isDone: false } };
  return { ...draft, revision: mark, version: draft.version + 1, steps };
}

/** The draft with what was typed for a step that can't be saved yet. */
export function withTyped(draft: Draft, stepName: string, values: Record<string, string>): Draft {
  const version = draft.version + 1;
  const { [stepName]: _, ...others } = draft.typed;
  const isThere = Object.keys(values).length > 0;
  return { ...draft, version, typed: isThere ? { ...others, [stepName]: values } : others };
}

export function newMark(): string {
  return randomText(9);
}

function ruleOf(kind: DraftRules, stepName: string): StepRules {
  const step = kind.steps.find(({ name }) => name === stepName);
  if (!step) throw new Error(`The draft kind ${kind.name} has no step ${stepName}`);
  return step;
}
