import { english } from './languages/english.js';

export const WRITTEN = english.written;
