import type { z } from 'zod';
import type { DatabaseTransaction } from '../../database/database.js';
import type { Deps } from '../../deps.js';
import type { Member } from '../../members/member.js';
import type { NewFlash } from '../../session/flash.js';
import type { Errors, Values } from '../../web/form.js';
import type { DraftCommit, DraftResult } from './commit-once.repository.js';
import type { Draft, DraftRules, StepRules } from './draft.js';

/** What the list of open entries is made from. */
export interface DraftDeps extends Deps {
  draftKinds: readonly DraftKind[];
}

export interface DraftContext {
  deps: Deps;
  member: Member;
  draft: Draft;
}

/** What a form becomes: fields to save, perhaps with a message for the next page; or errors. */
export type StepAnswer =
  | { fields: unknown; keys?: Record<string, number>; tell?: Pick<NewFlash, 'text' | 'list'> }
  | { errors: Errors };

export interface DraftStep<Form = unknown> extends StepRules {
  label: string;
  title: string;
  /** A path in views/. */
  view: string;
  /** The check of its form; may depend on earlier steps. The engine adds the revision. */
  form(context: DraftContext): z.ZodObject & z.ZodType<Form>;
  /** What its form shows before anyone types. */
  values(context: DraftContext): Values | Promise<Values>;
  /** True for a form whose answer makes a row that is not there yet: a stale form must not. */
  isNew?(context: DraftContext, form: Form): Promise<boolean>;
  /** What the draft keeps of a checked form. */
  answer(context: DraftContext, form: Form): Promise<StepAnswer>;
  /** What its page shows besides the form. */
  page(context: DraftContext): Promise<object>;
  /** What the step now says, a line each, to compare with another tab's. */
  said(context: DraftContext): Promise<string[]>;
  /** Messages as the summary words them, which stands far from the fields. */
  worded?(draft: Draft, errors: Errors): Errors;
}

/** A pending foreign key of a draft: its rows may go while the draft waits. */
export interface PendingKey {
  name: string;
  /** The step that asks for them, and again when one is gone. Null: the draft can't go on without them. */
  step: string | null;
  ids(draft: Draft): number[];
  allThere(context: DraftContext, ids: number[]): Promise<boolean>;
  gone: string;
}

/** A page of the kind's own, with its view. */
export interface DraftPage<Given> {
  title: string;
  view: string;
  page(given: Given): Promise<object>;
}

/** A kind of multi-step entry. The engine does the rest: see draft.routes.ts. */
export interface DraftKind extends DraftRules {
  address: string;
  /** What to call one: an `entry`, unless declared. */
  called?: string;
  /** What the 404 page says. */
  missing?: string;
  /** True for a kind that leads into another household: anyone may begin one, and owns it after signing in. */
  fromOutside?: true;
  /** The page that leaving the first step leads to; `address`, unless declared. */
  leftFor?: string;
  /** Pages that discarding may lead to, but signing in does not go back to. */
  afterDiscard?: readonly string[];
  steps: readonly DraftStep[];
  pendingKeys: readonly PendingKey[];
  /** For the list of open entries: what it holds, and what to do next. */
  summary(context: DraftContext): Promise<{ name: string; detail: string }>;
  /** Without one, the last step is looked through, and its form commits. */
  review?: DraftPage<DraftContext>;
  /** What a commit stores, to compare with a second one. Only for a draft whose steps are done. */
  content(context: DraftContext): Promise<unknown>;
  /**
   * Inserts the records; `deps.db` reads in the same transaction.
   * @returns the page that shows them, and the action to undo them, if any
   */
  commit(context: DraftContext, trx: DatabaseTransaction): Promise<DraftResult>;
  /** True when what was committed is undone; for a kind that is not undone by Undo. */
  undone?(context: Omit<DraftContext, 'draft'>, commit: DraftCommit): Promise<boolean>;
  /** What the page that shows the result says. */
  committed(commit: DraftCommit): NewFlash;
  already: DraftPage<{ context: Omit<DraftContext, 'draft'>; commit: DraftCommit }>;
}

/** Gives a step the type of its form. */
export function draftStep<Form>(step: DraftStep<Form>): DraftStep {
  return step as DraftStep;
}
