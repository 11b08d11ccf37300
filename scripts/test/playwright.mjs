import { existsSync, readFileSync, rmSync } from 'node:fs';
import { home } from '../lib/home.mjs';
import { run } from '../lib/run.mjs';

/** Runs the browser tests and counts them. */
export async function runPlaywright(onLine, env) {
  const report = home.path('reports', 'playwright.json');
  rmSync(report, { force: true });
  const args = [
    'playwright',
    'test',
    '--config',
    'packages/e2e/playwright.config.ts',
    '--reporter=list,json',
  ];
  const options = { onLine, log: 'test-browser', allowFailure: true };
  const { code, output } = await run('npx', args, {
    ...options,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  const details = output.trimEnd().split('\n').slice(-150).join('\n');
  if (!existsSync(report)) return { passed: 0, failed: 1, details };
  const { expected, unexpected, flaky } = JSON.parse(readFileSync(report, 'utf8')).stats;
  const failed = unexpected + flaky;
  return { passed: expected, failed: code !== 0 && failed === 0 ? 1 : failed, details };
}
