// npm test [-- --only <stage>[,<stage>]]: everything CI checks. Installs what it needs, runs every stage even
// when one fails, and ends with one line: N passed, N failed.
import { parseArgs } from 'node:util';
import { main, Refusal } from './lib/fail.mjs';
import { elapsed, say } from './lib/steps.mjs';
import { runLanes } from './test/run-lanes.mjs';
import { LANES } from './test/stages.mjs';
import { unsteadyLines } from './test/unsteady.mjs';

/** `--only browser` is all of these. */
const BROWSER = ['browser-portfolio', 'browser-delivery', 'pages'];

const { values } = parseArgs({ options: { only: { type: 'string' } } });

await main(async () => {
  const results = await runLanes(chosenLanes(values.only));
  for (const { title, failed, details } of results) {
    if (failed > 0) say(`\n── ${title} ──\n${details ?? ''}`);
  }
  for (const line of unsteadyLines(results)) say(`\n${line}`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  say(`\nAll stages: ${elapsed()}`);
  say(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
});

/** The stages that were asked for, with those that they cannot do without. */
function chosenLanes(only) {
  if (!only) return LANES;
  const all = LANES.flat();
  const names = only.split(',').flatMap((name) => (name === 'browser' ? BROWSER : [name]));
  const unknown = names.filter((name) => !all.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    throw new Refusal(`No stage is called ${unknown.join(', ')}: ${all.map(({ name }) => name).join(', ')}`);
  }
  const wanted = new Set([
    'install',
    ...names,
    ...(names.some((name) => BROWSER.includes(name)) ? ['build'] : []),
  ]);
  return LANES.map((lane) => lane.filter(({ name }) => wanted.has(name)));
}
