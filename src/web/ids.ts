import { z } from 'zod';
import { unsaid } from './form.js';

/** For patterns that have a row's id in them, as addresses and forms write it; longer ones would not be whole numbers any more. */
export const ID = String.raw`[1-9]\d{0,14}`;

/** A row's id, and nothing else. */
export const ROW_ID = new RegExp(`^${ID}$`);

/** A field with a row's id in it, as text. @param message what to say of anything else */
export const idText = (message = 'Choose from the list.') =>
  z.string({ error: message }).regex(ROW_ID, { error: message });

/** A field with a row's id in it. @param message what to say of anything else */
export const idField = (message?: string) => idText(message).transform(Number);

/** As idField; undefined when it is left empty, or left out. */
export const idFieldOrNone = (message: string) =>
  z.union([unsaid, idField(message)], { error: message }).optional();
