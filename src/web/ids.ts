import { z } from 'zod';

/** A row's id as addresses and forms write it; longer ones would not be whole numbers any more. */
export const ROW_ID = /^[1-9]\d{0,14}$/;

/** A field with a row's id in it, as text. @param message what to say of anything else */
export const idText = (message = 'Choose from the list.') =>
  z.string({ error: message }).regex(ROW_ID, { error: message });

/** A field with a row's id in it. @param message what to say of anything else */
export const idField = (message?: string) => idText(message).transform(Number);
