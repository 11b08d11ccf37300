import { parseArgs } from 'node:util';
import { main, Refusal } from '../scripts/lib/fail.mjs';
import { say, step } from '../scripts/lib/steps.mjs';
import { benchNamed } from './benches';
import { machineFacts } from './lib/machine';
import { printReport } from './lib/print';
import type { BenchContext } from './lib/report';
import { type Result, resultOf, writeResult } from './lib/results';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'docker-host': { type: 'string' },
    json: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    running: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    sizes: { type: 'string' },
    typed: { type: 'string', default: '' },
  },
});

await main(async () => {
  const interrupt = new AbortController();
  for (const kind of ['SIGINT', 'SIGTERM'])
    process.once(kind, () => interrupt.abort(new Refusal('Interrupted: what was made has been removed.')));
  const results: Result[] = [];
  for (const name of positionals) results.push(await measure(name, interrupt.signal));
  if (values.json) say(JSON.stringify({ results }));
  const missed = results.flatMap(({ bars }) => bars).filter(({ met }) => !met);
  if (values.strict && missed.length > 0) process.exitCode = 1;
});

async function measure(name: string, signal: AbortSignal): Promise<Result> {
  const bench = benchNamed(name);
  const dockerHost = values['docker-host'] ?? null;
  const machine = await machineFacts(dockerHost);
  const begun = Date.now();
  const report = await step(bench.title, (onLine) => bench.run({ ...options(), dockerHost, onLine, signal }));
  const seconds = Math.round((Date.now() - begun) / 1000);
  const result = resultOf(name, report, { command: values.typed, seconds, machine });
  say(printReport(bench.title, report, machine));
  say(`  Written to ${writeResult(result)}`);
  return result;
}

function options(): Pick<BenchContext, 'rounds' | 'sizes' | 'running'> {
  return {
    rounds: values.rounds ? positiveInteger(values.rounds, '--rounds') : null,
    sizes: values.sizes ? values.sizes.split(',').map((size) => positiveInteger(size, '--sizes')) : null,
    running: values.running,
  };
}

function positiveInteger(text: string, option: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Refusal(`${option} takes whole numbers above 0.`);
  return value;
}
