import { existsSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { home, ROOT } from '../lib/home.mjs';
import { run } from '../lib/run.mjs';
import { UNSTEADY_LIMIT } from './unsteady.mjs';

/**
 * Runs one Vitest project and counts its tests; a file that cannot be loaded counts as a failure. A few files
 * that failed are run once more: see unsteady.mjs.
 */
export async function runVitest(project, onLine, env) {
  const first = await runFiles(project, [], onLine, env);
  if (first.failed === 0 || first.files.length === 0 || first.files.length > UNSTEADY_LIMIT) return first;
  const again = await runFiles(project, first.files, onLine, env, '-again');
  if (again.failed > 0) return { ...first, details: `${first.details}\n\n── once more ──\n${again.details}` };
  const unsteady = first.files.map((file) => ({ test: file, details: first.details }));
  return { ...first, passed: first.passed + first.failed, failed: 0, unsteady };
}

/** `files` as names to run, all of the project when empty. Gives {passed, failed, files, details, note}: `files` failed. */
async function runFiles(project, files, onLine, env, suffix = '') {
  const report = home.path('reports', `vitest-${project}${suffix}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code, output } = await run('npx', ['vitest', 'run', '--project', project, ...reporters, ...files], {
    onLine,
    env,
    log: `test-${project}${suffix}`,
    allowFailure: true,
  });
  const details = output.trimEnd().split('\n').slice(-120).join('\n');
  if (!existsSync(report)) return { passed: 0, failed: 1, files: [], details };
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const broken = testResults.filter(({ status }) => status === 'failed');
  const unloaded = broken.filter(({ assertionResults }) => assertionResults.length === 0).length;
  const failed = numFailedTests + unloaded;
  return {
    passed: numPassedTests,
    // An error outside of any test, for instance a rejection that nobody waits for.
    failed: code !== 0 && failed === 0 ? 1 : failed,
    files: broken.map(({ name }) => relative(ROOT, name)),
    details,
    note: numPendingTests > 0 ? `${numPendingTests} skipped` : '',
  };
}
