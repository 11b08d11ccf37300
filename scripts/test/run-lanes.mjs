import { Refusal } from '../lib/fail.mjs';
import { step } from '../lib/steps.mjs';

/**
 * Runs lanes of stages beside each other. Gives the results, {title, passed, failed, details}, in the order
 * of the lanes. A stage whose need is not among them does not wait for it.
 */
export async function runLanes(lanes) {
  const stages = lanes.flat();
  const ends = new Map(stages.map(({ name }) => [name, withResolvers()]));
  const run = async (lane) => {
    for (const stage of lane) {
      const needed = (stage.needs ?? []).filter((name) => ends.has(name));
      const results = await Promise.all(needed.map((name) => ends.get(name).promise));
      const broken = results.find(({ failed, blocks }) => failed > 0 && blocks);
      ends.get(stage.name).resolve(broken ? notRun(stage, broken) : await runStage(stage));
    }
  };
  await Promise.all(lanes.map(run));
  return Promise.all(stages.map(({ name }) => ends.get(name).promise));
}

/** A stage that breaks down counts as one failure, so that the exit code can never be right by accident. */
async function runStage({ title, blocks = false, run }) {
  try {
    return await step(title, async (onLine) => {
      const result = await run(onLine);
      const note = `${result.passed} passed, ${result.failed} failed${result.note ? `, ${result.note}` : ''}`;
      const counted = { title, blocks, ...result, note };
      if (result.failed > 0) throw Object.assign(new Error('failed'), { counted });
      return counted;
    });
  } catch (error) {
    if (error.counted) return error.counted;
    return {
      title,
      blocks,
      passed: 0,
      failed: 1,
      details: error instanceof Refusal ? error.message : error.stack,
    };
  }
}

const notRun = ({ title, blocks = false }, need) => ({
  title,
  blocks,
  passed: 0,
  failed: 1,
  details: `Not run, because this failed: ${need.title}`,
});

/** Node 20 has no Promise.withResolvers. */
function withResolvers() {
  let resolve;
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
