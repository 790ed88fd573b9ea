import { z } from 'zod';

const DRAWN_BADLY = 'Open this page again: its form did not say which version it was drawn from.';

/** The revision of the draft that a form was drawn from, in a hidden field. */
export const revisionField = z
  .string({ error: DRAWN_BADLY })
  .regex(/^\d{1,9}$/, { error: DRAWN_BADLY })
  .transform(Number);

/** Committing sends nothing but what was reviewed: a revision. */
export const commitForm = z.strictObject({ revision: revisionField });
