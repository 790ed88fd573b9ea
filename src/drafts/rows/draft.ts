import { randomBytes } from 'node:crypto';

/** An unfinished multi-step entry, as its row holds it. Nothing of it is in the household's other tables yet. */
export interface Draft {
  id: string;
  /** The name of its DraftKind. */
  kind: string;
  /** The user whose draft it is; null while nobody is signed in. */
  owner: number | null;
  /** The household it is for. */
  household: number;
  /** A random mark of the last saving of a step: no two have the same, whatever became of the row between them. */
  revision: string;
  /** Counts the changes of the row. */
  version: number;
  /** The steps that were ever saved. */
  steps: Record<string, StepState>;
  /** The pending foreign keys: ids of rows that the finished records will belong to. */
  keys: Record<string, number>;
  /** What was said, by step. */
  fields: Record<string, unknown>;
  /** What was typed for a step that could not be saved yet, by step: its form shows it again. */
  typed: Record<string, Record<string, string>>;
}

export interface StepState {
  /** The revision at which it was last saved, or asked again. */
  mark: string;
  /** False when it is asked again. */
  isDone: boolean;
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

/** The drafts that somebody can find: a draft is only ever found by its kind, and by whose it is. */
export interface DraftScope {
  kind: DraftRules;
  /** Null while nobody is signed in. */
  owner: number | null;
  /** Ids in this browser's session: by these, and no other way, a draft of nobody is found. */
  begunHere: readonly string[];
  /** The household that they are for; whichever, where none is named. */
  household?: number;
}

/** What a step's form was drawn from and now says. */
export interface StepChange {
  step: string;
  /** What `drawnFrom` said when the form was drawn. */
  drawnFrom: string;
  fields: unknown;
  keys?: Record<string, number> | undefined;
}

/** What is known of a draft from the first. */
export interface DraftStart {
  /** The steps that need no asking. */
  steps: Omit<StepChange, 'drawnFrom'>[];
  /** Pending foreign keys that no step asks for. */
  keys?: Record<string, number>;
  /** The token of the form that starts it: a second tap finds the same draft. */
  once?: string | undefined;
  /** True for one that is committed at once: it never waits among the others, and needs no room there. */
  isCommittedAtOnce?: boolean;
}

export const DRAFTS_AT_MOST = 10;
/** Room for a stock-take in which 10,000 items of a place are missing, with about 70 bytes for each. */
export const DRAFT_BYTES_AT_MOST = 1024 * 1024;

/** A draft as it begins, under a new id. @param whose and for which household it is */
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

/** 128 bits: not to be guessed, and never the same twice. */
export function newDraftId(): string {
  return randomBytes(16).toString('base64url');
}

export function isDone(draft: Draft, stepName: string): boolean {
  return draft.steps[stepName]?.isDone === true;
}

/** The first step that is not done, or undefined when the draft can be reviewed. */
export function nextStep(kind: DraftRules, draft: Draft): string | undefined {
  return kind.steps.find(({ name }) => !isDone(draft, name))?.name;
}

/** True when every step before this one is done, so that it may be shown. */
export function mayShow(kind: DraftRules, draft: Draft, stepName: string): boolean {
  const before = kind.steps.slice(0, kind.steps.indexOf(ruleOf(kind, stepName)));
  return before.every(({ name }) => isDone(draft, name));
}

/**
 * What a step's form carries of the draft that it is drawn from: the marks of the step and of those that it depends on.
 * When it is another by the time that the form is sent, saving would overwrite what the form's writer never saw.
 */
export function drawnFrom(kind: DraftRules, draft: Draft, stepName: string): string {
  const related = [stepName, ...ruleOf(kind, stepName).dependsOn];
  return related.map((name) => draft.steps[name]?.mark ?? '').join('.');
}

/** The draft with a step's fields saved: a new revision, and what depended on the step to be asked again. */
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

/** The draft with a step to be asked again; what it said is shown again there. */
export function askingAgain(draft: Draft, stepName: string): Draft {
  const mark = newMark();
  const steps = { ...draft.steps, [stepName]: { mark, isDone: false } };
  return { ...draft, revision: mark, version: draft.version + 1, steps };
}

/** The draft with what was typed for a step that can't be saved yet. */
export function withTyped(draft: Draft, stepName: string, values: Record<string, string>): Draft {
  const version = draft.version + 1;
  return { ...draft, version, typed: { ...draft.typed, [stepName]: values } };
}

/** 72 random bits. */
export function newMark(): string {
  return randomBytes(9).toString('base64url');
}

function ruleOf(kind: DraftRules, stepName: string): StepRules {
  const step = kind.steps.find(({ name }) => name === stepName);
  if (!step) throw new Error(`The draft kind ${kind.name} has no step ${stepName}`);
  return step;
}
