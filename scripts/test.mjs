// npm test [-- --only <stage>[,<stage>]]: everything CI checks. Installs what it needs, runs every stage even
// when one fails, and ends with one line: N passed, N failed.
import { parseArgs } from 'node:util';
import { main, Refusal } from './lib/fail.mjs';
import { elapsed, say, step } from './lib/steps.mjs';
import { STAGES } from './test/stages.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' } } });

await main(async () => {
  const stages = chosenStages(values.only);
  const total = { passed: 0, failed: 0 };
  const failures = [];
  for (const stage of stages) {
    const result = await runStage(stage);
    total.passed += result.passed;
    total.failed += result.failed;
    if (result.failed > 0) failures.push({ stage: stage.title, details: result.details });
    if (stage.needed && result.failed > 0) break;
  }
  for (const { stage, details } of failures) say(`\n── ${stage} ──\n${details ?? ''}`);
  say(`\nAll stages: ${elapsed()}`);
  say(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
});

function chosenStages(only) {
  if (!only) return STAGES;
  const names = only.split(',');
  const unknown = names.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length > 0)
    throw new Refusal(
      `No stage is called ${unknown.join(', ')}: ${STAGES.map(({ name }) => name).join(', ')}`,
    );
  return STAGES.filter((stage) => stage.needed || names.includes(stage.name));
}

/** A stage that breaks down counts as one failure, so that the exit code can never be right by accident. */
async function runStage(stage) {
  try {
    return await step(stage.title, async (onLine) => {
      const result = await stage.run(onLine);
      const counted = {
        ...result,
        note: `${result.passed} passed, ${result.failed} failed${result.note ? `, ${result.note}` : ''}`,
      };
      if (result.failed > 0) throw Object.assign(new Error('failed'), { counted });
      return counted;
    });
  } catch (error) {
    return (
      error.counted ?? {
        passed: 0,
        failed: 1,
        details: error instanceof Refusal ? error.message : error.stack,
      }
    );
  }
}
