// Checks that files stay short enough to be read: median at most 80 lines, nine of ten at most 200, none over 400.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/home.mjs';

const LIMITS = { median: 80, ninety: 200, most: 400 };
const listed = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.mjs', '*.py', '*.sh'], {
  cwd: ROOT,
  encoding: 'utf8',
});
const files = listed.split('\n').filter((file) => file && !file.includes('/generated/'));
const sizes = files.map((file) => ({
  file,
  lines: readFileSync(join(ROOT, file), 'utf8').split('\n').length - 1,
}));
sizes.sort((a, b) => a.lines - b.lines);
const at = (share) => sizes[Math.floor((sizes.length - 1) * share)]?.lines ?? 0;
const problems = sizes
  .filter(({ lines }) => lines > LIMITS.most)
  .map(({ file, lines }) => `${file}: ${lines} lines`);
if (at(0.5) > LIMITS.median) problems.push(`median ${at(0.5)} lines, at most ${LIMITS.median}`);
if (at(0.9) > LIMITS.ninety) problems.push(`nine of ten files: ${at(0.9)} lines, at most ${LIMITS.ninety}`);
for (const problem of problems) console.error(problem);
console.log(`${sizes.length} files: median ${at(0.5)} lines, p90 ${at(0.9)}, longest ${sizes.at(-1)?.lines}`);
process.exitCode = problems.length === 0 ? 0 : 1;
