// npm run test:links [-- --only <number>[,<number>]]: breaks each link of the chain on purpose, one after the other, and asks whether
// the tests notice. They are run before as well, so that what they notice is the break. Ends with `N passed, N failed`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { main, Refusal } from './lib/fail.mjs';
import { ROOT } from './lib/home.mjs';
import { run } from './lib/run.mjs';
import { say, step } from './lib/steps.mjs';
import { BREAKS } from './test/links/breaks.mjs';
import { prove } from './test/links/prove.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' } } });

await main(async () => {
  const { output } = await run('git', ['status', '--porcelain']);
  if (output.trim())
    throw new Refusal('The work tree has changes, which a break could mix with: commit them first.');
  const wanted = values.only?.split(',').map(Number);
  const breaks = BREAKS.filter((_, index) => !wanted || wanted.includes(index + 1));
  let unnoticed = 0;
  for (const one of breaks) if (!(await notices(one))) unnoticed += 1;
  say(`${breaks.length - unnoticed} passed, ${unnoticed} failed`);
  process.exitCode = unnoticed === 0 ? 0 : 1;
});

/** True when the tests of a link pass as it is and fail when it is broken. */
async function notices({ link, file, find, replace, proof }) {
  try {
    return await step(link, async (onLine) => {
      if (!(await prove(proof, onLine))) throw new Refusal('its tests fail as it is');
      const restore = breakIn(file, find, replace);
      // Ctrl+C in the middle leaves nothing broken behind.
      process.once('SIGINT', restore);
      try {
        if (await prove(proof, onLine)) throw new Refusal(`nobody noticed the break in ${file}`);
      } finally {
        process.off('SIGINT', restore);
        restore();
      }
      return { note: 'noticed' };
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(`${link}: ${error.message}`);
    return false;
  }
}

function breakIn(file, find, replace) {
  const path = join(ROOT, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(find).length !== 2)
    throw new Refusal(`${file} does not have the text to break once: ${find}`);
  writeFileSync(
    path,
    text.replace(find, () => replace),
  );
  return () => writeFileSync(path, text);
}
