import { existsSync, readFileSync, rmSync } from 'node:fs';
import { home } from '../lib/home.mjs';
import { run } from '../lib/run.mjs';

/** Runs one Vitest project and counts its tests; a file that cannot be loaded counts as a failure. */
export async function runVitest(project, onLine, env) {
  const report = home.path('reports', `vitest-${project}.json`);
  rmSync(report, { force: true });
  const args = [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { code, output } = await run('npx', args, {
    onLine,
    env,
    log: `test-${project}`,
    allowFailure: true,
  });
  const details = output.trimEnd().split('\n').slice(-120).join('\n');
  if (!existsSync(report)) return { passed: 0, failed: 1, details };
  const {
    numPassedTests: passed,
    numFailedTests,
    numPendingTests,
    testResults,
  } = JSON.parse(readFileSync(report, 'utf8'));
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = numFailedTests + broken;
  const note = numPendingTests > 0 ? `${numPendingTests} skipped` : '';
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, details, note };
}
