import type { Deps } from '../deps.js';
import type { Passwords } from './password.js';
import type { RateLimits } from './rate-limits.js';

export interface AccountDeps extends Deps {
  rateLimits: RateLimits;
  passwords: Passwords;
}
