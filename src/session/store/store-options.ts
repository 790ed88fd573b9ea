import type { SessionPart } from './session-part.js';

export interface Lifetimes {
  /** Milliseconds without a request after which a session ends. */
  idle: number;
  /** Milliseconds after its making at which a session ends, however much it is used. */
  absolute: number;
}

export interface StoreOptions {
  parts?: readonly SessionPart[];
  report?: (error: Error) => void;
  isStrict?: boolean;
}
