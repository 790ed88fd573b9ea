import { z } from 'zod';
import { passwordAgain } from '../../accounts/own-password.js';
import { idField } from '../../web/ids.js';

/** How many days a link may be good. */
export const INVITATION_DAYS = ['1', '7', '30'] as const;

export const BLANK = { uses: '1', days: '7' } satisfies {
  uses: string;
  days: (typeof INVITATION_DAYS)[number];
};

/** A press of one button, without a word, makes a link as BLANK says. */
export const invitationForm = z.strictObject({
  uses: z
    .string({ error: 'Enter how many people.' })
    .regex(/^([1-9]|1\d|20)$/, { error: 'Enter a number of people from 1 to 20.' })
    .default(BLANK.uses)
    .transform(Number),
  days: z
    .enum(INVITATION_DAYS, { error: 'Choose how long the link is good.' })
    .default(BLANK.days)
    .transform(Number),
  password: passwordAgain,
});

/** One form for all links; its button says which. */
export const revokeForm = z.strictObject({
  invitation: idField('Choose a link.'),
  revoke_password: passwordAgain,
});
