// The built Larder, but for the cost of a password's hash, and each kept page is proven right. Nothing that people could set leads here.
import { importBuilt } from '../../bin/lib/project.mjs';
import { QUICK_COST } from './quick-cost.mjs';

const { Passwords } = await importBuilt('src/accounts/password.js');
const { serve } = await importBuilt('src/serve.js');
serve(process.env, { passwords: new Passwords(QUICK_COST), proveKept: true });
