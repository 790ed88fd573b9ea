import { z } from 'zod';
import { unsaid } from './form.js';

/** A pattern of a row's id; longer ones would not be exact numbers. */
export const ID = String.raw`[1-9]\d{0,14}`;

export const ROW_ID = new RegExp(`^${ID}$`);

/** A field with a row's id, as text. @param message for anything else */
export const idText = (message = 'Choose from the list.') =>
  z.string({ error: message }).regex(ROW_ID, { error: message });

/** A field with a row's id. @param message for anything else */
export const idField = (message?: string) => idText(message).transform(Number);

/** As idField; undefined when empty or missing. */
export const idFieldOrNone = (message: string) =>
  z.union([unsaid, idField(message)], { error: message }).optional();
