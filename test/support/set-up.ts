import { afterAll } from 'vitest';
import { closeEverything } from './when-done.js';

// Runs before each test file; the modules that it and the test files import are loaded once for many of them.
afterAll(closeEverything);
