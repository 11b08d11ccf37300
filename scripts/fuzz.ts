// npm run fuzz -- [--minutes 10] [--seed N] [--case I]: hostile Compose files against the policy, until the time is up.
// A finding is played again with its seed and its case.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type FuzzReport, fuzz, readHostileFiles } from '@jalon/reconciler/testing';

const ROOT = join(import.meta.dirname, '..');
const ORDINARY = [
  'samples/credit-scoring/compose.yaml',
  'docker/catalog/jupyterlab/compose.yaml',
  'docker/catalog/postgresql/compose.yaml',
  'docker/catalog/python-model/compose.yaml',
];
const PROGRESS_MS = 30_000;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string' },
    case: { type: 'string' },
  },
});
const seed = wholeNumber('seed', values.seed) ?? Math.floor(Math.random() * 2 ** 31);
const only = wholeNumber('case', values.case);
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new RangeError('--minutes must be a number above 0');

const corpus = [
  ...readHostileFiles().map(({ text }) => text),
  ...ORDINARY.map((file) => readFileSync(join(ROOT, file), 'utf8')),
];
console.log(`seed ${seed}, ${corpus.length} files to begin from`);

const begun = performance.now();
let told = begun;
const report = fuzz({
  seed,
  corpus,
  from: only ?? 0,
  done: (now) => {
    if (only !== null) return now.cases > 0;
    if (performance.now() - told > PROGRESS_MS) {
      told = performance.now();
      console.log(summary(now));
    }
    return performance.now() - begun > minutes * 60_000;
  },
});

for (const { kind, index, what, text } of report.findings)
  console.log(`\n${kind}: ${what}\nagain: npm run fuzz -- --seed ${seed} --case ${index}\n${indented(text)}`);
console.log(`\n${summary(report)}`);
console.log(
  `refused by: ${Object.entries(report.rules)
    .sort(([, left], [, right]) => right - left)
    .map(([rule, count]) => `${rule} ${count}`)
    .join(', ')}`,
);
process.exitCode = report.findings.length === 0 ? 0 : 1;

function summary({
  cases,
  accepted,
  refusedByReader,
  refusedByPolicy,
  requests,
  ...rest
}: FuzzReport): string {
  const seconds = Math.round((performance.now() - begun) / 1000);
  const count = (kind: string) => rest.findings.filter((finding) => finding.kind === kind).length;
  return [
    `${seconds} s: ${cases} cases`,
    `${refusedByReader} unreadable`,
    `${refusedByPolicy} refused`,
    `${accepted} accepted with ${requests} requests`,
    `${rest.slipsRefused + rest.slipsHarmless} requests with slips, ${rest.slipsRefused} refused`,
    `escapes ${count('ESCAPE')}, throws ${count('THROW')}, late refusals ${count('LATE')}`,
  ].join('; ');
}

function wholeNumber(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new RangeError(`--${name} must be a whole number`);
}

function indented(text: string): string {
  return text.slice(0, 4_000).replace(/^/gm, '    ');
}
