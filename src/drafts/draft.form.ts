import { z } from 'zod';

const DRAWN_BADLY = 'Open this page again: its form did not say which version it was drawn from.';

/** The revision of the draft that a form was drawn from, in a hidden field. */
const revisionField = z
  .string({ error: DRAWN_BADLY })
  .regex(/^\d{1,9}$/, { error: DRAWN_BADLY })
  .transform(Number);

/** What each form of a draft carries: the revision that it was drawn at, and the draft as it was then. */
export const carriedFields = { revision: revisionField, so_far: z.string().optional() };

/** Committing sends nothing but what was reviewed. */
export const commitForm = z.strictObject(carriedFields);
