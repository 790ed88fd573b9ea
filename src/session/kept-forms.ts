/** A form that could not be taken: its session had ended, or its writer sees another household. */
export interface KeptForm {
  /** Nobody else ever sees it. */
  owner: number;
  page: string;
  values: Record<string, string>;
  /** That the form was drawn for; undefined for a form of none. */
  household?: string | undefined;
  /** Why it was not taken; undefined when the session had ended. */
  note?: string;
}

/** Of each user. */
export const FORMS_AT_MOST = 10;
/** Milliseconds. */
export const LONGEST_WAIT = 24 * 60 * 60 * 1000;

/**
 * Forms that wait for their writers, beside the sessions: found by owner and by the key in the writer's redirect.
 * Not by cookie, which may be a new session's. The same for each engine.
 */
export interface KeptForms {
  /**
   * For a day, the newest ten of each user; a second tap keeps nothing more. Many come in one millisecond: they are in
   * the order in which they were kept.
   * @returns its key @throws FileBusy
   */
  keep(form: KeptForm): Promise<string>;
  find(id: unknown, owner: number): Promise<KeptForm | undefined>;
  forget(id: string, owner: number): Promise<void>;
  /**
   * Forgets a user's forms, with the account or a membership.
   * @param household only those for this one; all when left out
   */
  forgetAllOf(owner: number, household?: number): Promise<void>;
}
