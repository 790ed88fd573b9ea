import { z } from 'zod';
import './session-data.js';
import { entriesThat, type SessionPart } from './session-part.js';

const moment = z.iso.datetime();
const text = z.string();

/** What the session engine itself keeps in a session. */
export const OWN_PARTS: SessionPart[] = [
  { name: 'signed_in_at', read: (stored) => moment.safeParse(stored).data },
  { name: 'id_since', read: (stored) => moment.safeParse(stored).data },
  { name: 'password_at', read: (stored) => moment.safeParse(stored).data },
  { name: 'device', read: (stored) => text.safeParse(stored).data },
  { name: 'follows', read: (stored) => text.safeParse(stored).data },
  { name: 'flash', read: (stored) => entriesThat(stored, isTexts) },
];

function isTexts(stored: unknown): stored is string[] {
  return Array.isArray(stored) && stored.every((one) => typeof one === 'string');
}
