import { spawn } from 'node:child_process';
import { ROOT } from './home.mjs';

/** Runs one of our TypeScript files, once the dependencies are there; gives its exit code. */
export function runTypeScript(file, args, { env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
