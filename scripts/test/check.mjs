import { run } from '../lib/run.mjs';
import { UNSTEADY_LIMIT } from './unsteady.mjs';

/**
 * Runs a program that checks something. One that ends with a line `N passed, N failed` is counted by it, any
 * other is one check, passed when its exit code is 0.
 */
export async function check(command, args, onLine, { env } = {}) {
  const log = `test-${args.find((arg) => /^[\w./-]*[a-z]/.test(arg) && !arg.startsWith('-'))?.replace(/\W+/g, '-')}`;
  const { code, output } = await run(command, args, { onLine, env, log, allowFailure: true });
  const counts = [...output.matchAll(/^(\d+) passed, (\d+) failed\s*$/gm)].at(-1);
  const details = output.trimEnd().split('\n').slice(-80).join('\n');
  if (!counts) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, details };
  const [passed, failed] = [Number(counts[1]), Number(counts[2])];
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, details };
}

/** The same, run once more when it failed: see unsteady.mjs. For programs that take a Docker engine through many steps. */
export async function checkTwice(command, args, onLine, options) {
  const first = await check(command, args, onLine, options);
  if (first.failed === 0 || first.failed > UNSTEADY_LIMIT) return first;
  const again = await check(command, args, onLine, options);
  if (again.failed > 0) return again;
  return { ...again, unsteady: [{ test: args.at(-1), details: first.details }] };
}
