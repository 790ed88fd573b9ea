import { afterAll } from 'vitest';
import { closeEverything } from './when-done.js';

// Runs before each test file.
afterAll(closeEverything);
