import { parseArgs } from 'node:util';
import { printed } from './report.js';
import { torture } from './torture.js';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    actions: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '120' },
    families: { type: 'string', default: '8' },
  },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
console.log(`Seed ${seed}`);
const report = await torture({
  seed,
  actions: Number(values.actions),
  seconds: Number(values.seconds),
  families: Number(values.families),
});
console.log(printed(report, seed));
process.exitCode = report.broken ? 1 : 0;
