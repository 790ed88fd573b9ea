import type { z } from 'zod';
import type { DatabaseTransaction } from '../../database/database.js';
import type { Deps } from '../../deps.js';
import type { Member } from '../../members/member.js';
import type { NewFlash } from '../../session/flash.js';
import type { Errors, Values } from '../../web/form.js';
import type { DraftCommit, DraftResult } from './commit-once.repository.js';
import type { Draft, DraftRules, StepRules } from './draft.js';

/** What the page is made from that lists the open entries of every kind. */
export interface DraftDeps extends Deps {
  /** Every declared kind of multi-step entry. */
  draftKinds: readonly DraftKind[];
}

/** What a declared kind is given to work with. */
export interface DraftContext {
  deps: Deps;
  member: Member;
  draft: Draft;
}

/** What a step's form says: to be saved in the draft, with what the next page tells of it, if anything; or wrong after all. */
export type StepAnswer =
  | { fields: unknown; keys?: Record<string, number>; tell?: Pick<NewFlash, 'text' | 'list'> }
  | { errors: Errors };

/** One step that asks: its form, and what is made of it. */
export interface DraftStep<Form = unknown> extends StepRules {
  /** Its name in the line of steps. */
  label: string;
  /** The heading of its page. */
  title: string;
  /** The path of its page in views/. */
  view: string;
  /** The check of its form; may depend on what earlier steps said. The engine adds the revision. */
  form(context: DraftContext): z.ZodObject & z.ZodType<Form>;
  /** What its form shows before anyone types. */
  values(context: DraftContext): Values | Promise<Values>;
  /** True for a checked form whose answer makes something that is not there yet: one that came too late must not. */
  isNew?(context: DraftContext, form: Form): Promise<boolean>;
  /** A checked form as what the draft keeps. */
  answer(context: DraftContext, form: Form): Promise<StepAnswer>;
  /** What its page shows besides the form. */
  page(context: DraftContext): Promise<object>;
  /** What the step now says, a line each, to be held against what another tab sent. */
  said(context: DraftContext): Promise<string[]>;
  /** Messages as the summary should word them, far from their fields. */
  worded?(draft: Draft, errors: Errors): Errors;
}

/** Pending foreign keys of a draft: each row that they name may go while the draft waits. */
export interface PendingKey {
  name: string;
  /**
   * The step that asks for them, and asks again when one of the rows is gone. Null when they were known from the
   * first: then the draft can't go on without them.
   */
  step: string | null;
  /** The rows that the draft names, if any. */
  ids(draft: Draft): number[];
  allThere(context: DraftContext, ids: number[]): Promise<boolean>;
  /** What to say when one is gone. */
  gone: string;
}

/** A page of the kind's own: its view, and what that shows. */
export interface DraftPage<Given> {
  title: string;
  view: string;
  page(given: Given): Promise<object>;
}

/** A kind of multi-step entry, declared. The engine does the rest: see draft.routes.ts. */
export interface DraftKind extends DraftRules {
  /** Its pages stand below this address: /put-away, then the draft's id, then the step. */
  address: string;
  /** What to call one to a person: an `entry`, unless declared. */
  called?: string;
  /** What to say of one that is not there, on its 404 page. */
  missing?: string;
  /**
   * True for a kind that leads into a household from outside. One is begun by whoever comes, signed in or not, and is
   * theirs from the moment they sign in; it is never looked for by the household that is current.
   */
  fromOutside?: true;
  /** Pages that discarding one may go on to, which signing in leads nobody back to. */
  afterDiscard?: readonly string[];
  steps: readonly DraftStep[];
  pendingKeys: readonly PendingKey[];
  /** An open one in the list of all: what it holds, and what is to be done with it. */
  summary(context: DraftContext): Promise<{ name: string; detail: string }>;
  review: DraftPage<DraftContext>;
  /** What a commit stores, to be told from what a second one brings. Only for a draft whose steps are done. */
  content(context: DraftContext): Promise<unknown>;
  /**
   * Inserts the records. What it reads by `deps.db` it reads in the same transaction: there is one connection.
   * @returns the page that shows them, and the action by which they can be undone, if any
   */
  commit(context: DraftContext, trx: DatabaseTransaction): Promise<DraftResult>;
  /** True when what was committed is so no longer; for a kind whose result is undone by something else than an Undo. */
  undone?(context: Omit<DraftContext, 'draft'>, commit: DraftCommit): Promise<boolean>;
  /** What the page that shows the result says. */
  committed(commit: DraftCommit): NewFlash;
  /** Shows what was stored before. */
  already: DraftPage<{ context: Omit<DraftContext, 'draft'>; commit: DraftCommit }>;
}

/** Lets a step name the type of its form; the engine only hands it from `form` to `answer`. */
export function draftStep<Form>(step: DraftStep<Form>): DraftStep {
  return step as DraftStep;
}
