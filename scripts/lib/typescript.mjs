import { runShown } from './run.mjs';

/** Runs one of our TypeScript files, once the dependencies are there; gives its exit code. */
export function runTypeScript(file, args, { env } = {}) {
  return runShown(process.execPath, ['--import', 'tsx', file, ...args], env);
}
