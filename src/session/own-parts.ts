import { z } from 'zod';
import type { FlashMessage } from './session-data.js';
import { entriesThat, type SessionPart } from './session-part.js';

const userId = z.int().positive();
const moment = z.iso.datetime();
const text = z.string();

const messages = z.array(
  z.object({
    type: z.enum(['success', 'error', 'info']),
    text,
    page: text,
    undo: z.object({ action: text, label: text }).optional(),
    focus: text.optional(),
    at: z.number(),
  }),
);

/** What the session engine itself keeps in a session, besides whose it is. */
export const OWN_PARTS: SessionPart[] = [
  { name: 'former_user_id', read: (stored) => userId.safeParse(stored).data },
  { name: 'signed_in_at', read: (stored) => moment.safeParse(stored).data },
  { name: 'password_at', read: (stored) => moment.safeParse(stored).data },
  { name: 'device', read: (stored) => text.safeParse(stored).data },
  { name: 'renewed_from', read: (stored) => text.safeParse(stored).data },
  { name: 'flash', read: (stored) => entriesThat(stored, isMessages) },
];

function isMessages(stored: unknown): stored is FlashMessage[] {
  return messages.safeParse(stored).success;
}
