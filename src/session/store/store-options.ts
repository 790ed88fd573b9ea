import type { SessionPart } from './session-part.js';

export interface Lifetimes {
  /** Milliseconds without a request, after which it ends. */
  idle: number;
  /** Milliseconds from its making to its end, used or not. */
  absolute: number;
}

export interface StoreOptions {
  parts?: readonly SessionPart[];
  report?: (error: Error) => void;
  isStrict?: boolean;
}
