import { existsSync, readFileSync, rmSync } from 'node:fs';
import { home } from '../lib/home.mjs';
import { run } from '../lib/run.mjs';
import { pagesSeenIn } from './pages-seen-in.mjs';
import { UNSTEADY_LIMIT } from './unsteady.mjs';

/**
 * Runs the browser tests of one folder of packages/e2e/tests, on a platform of its own, and counts them. A test that failed
 * is run once more: see unsteady.mjs.
 */
export async function runPlaywright(folder, onLine, env) {
  const report = home.path('reports', `playwright-${folder}.json`);
  const pagesSeen = pagesSeenIn(folder);
  for (const file of [report, pagesSeen]) rmSync(file, { force: true });
  const args = [
    'playwright',
    'test',
    '--config',
    'packages/e2e/playwright.config.ts',
    '--reporter=list,json',
    `--output=${home.path('reports', `browser-${folder}`)}`,
    '--retries=1',
    `tests/${folder}/`,
  ];
  const { code, output } = await run('npx', args, {
    onLine,
    log: `test-browser-${folder}`,
    allowFailure: true,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, JALON_PAGES_SEEN: pagesSeen },
  });
  const details = output.trimEnd().split('\n').slice(-150).join('\n');
  if (!existsSync(report)) return { passed: 0, failed: 1, details };
  const { stats, suites } = JSON.parse(readFileSync(report, 'utf8'));
  const unsteady = stats.flaky > 0 ? flakyTests(suites) : [];
  const tooMany = stats.flaky > UNSTEADY_LIMIT ? stats.flaky : 0;
  const failed = stats.unexpected + tooMany;
  return {
    passed: stats.expected + stats.flaky - tooMany,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    details,
    unsteady: unsteady.map((test) => ({ test, details })),
  };
}

function flakyTests(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ file, title }) => `${file}: ${title}`),
    ...flakyTests(inner),
  ]);
}
