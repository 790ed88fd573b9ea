import { z } from 'zod';

const DRAWN_BADLY = 'Open this page again: its form did not say which version it was drawn from.';

/** In each form of a draft: the version that the form was drawn from. */
export const carriedFields = {
  revision: z.string({ error: DRAWN_BADLY }).regex(/^[\w.-]{0,400}$/, { error: DRAWN_BADLY }),
};

export const commitForm = z.strictObject(carriedFields);
