// Prints, as JSON, the figures of the USDA FoodKeeper data that the shelf-life table is checked against:
//   node bin/foodkeeper-figures.mjs foodkeeper-numbers.csv > test/keeping/shelf-life/foodkeeper-figures.json
// The file has a row for each food: its id, and for each place the least and the most days, or a flag.
import { readFileSync } from 'node:fs';

const FIGURES = ['fridge', 'freezer', 'pantry', 'opened_fridge', 'opened_pantry', 'thawed_fridge'];

const [file] = process.argv.slice(2);
if (!file) {
  console.error('Name the file: node bin/foodkeeper-figures.mjs foodkeeper-numbers.csv');
  process.exit(1);
}

const [head = [], ...rows] = readFileSync(file, 'utf8').trim().split(/\r?\n/).map(cells);
const entries = rows.map((row) => {
  const value = (/** @type {string} */ column) => row[head.indexOf(column)] ?? '';
  const figures = FIGURES.flatMap((name) => {
    const flag = value(`${name}_flag`);
    const least = value(`${name}_min`);
    if (flag) return [[name, flag]];
    return least === '' ? [] : [[name, [Number(least), Number(value(`${name}_max`))]]];
  });
  return `  ${JSON.stringify(value('id'))}: ${JSON.stringify(Object.fromEntries(figures))}`;
});
console.log(`{\n${entries.join(',\n')}\n}`);

/** @param {string} line of comma-separated values, some in quotation marks */
function cells(line) {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*(?:""[^"]*)*)"|([^,]*))/g)].map(([, quoted, plain = '']) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  );
}
