import { english } from './languages/english.js';

/** What Larder writes in a line before a day and a place. */
export const WRITTEN = english.written;
