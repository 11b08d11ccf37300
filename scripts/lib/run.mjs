import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { Refusal } from './fail.mjs';
import { home, ROOT } from './home.mjs';

const TAIL = 30;

/**
 * Runs a program to its end without a shell. Its output goes to .jalon/logs/<log>.log, its newest line to
 * `onLine`. Returns {code, output}; throws a Refusal with the end of the output when it fails, unless
 * `allowFailure`.
 * @param {string} command
 * @param {string[]} args
 * @param {{log?: string, onLine?: (line: string) => void, env?: Record<string, string | undefined>, cwd?: string,
 *   allowFailure?: boolean, timeoutMs?: number, signal?: AbortSignal}} [options]
 * @returns {Promise<{code: number, output: string}>}
 */
export function run(
  command,
  args,
  { log, onLine, env, cwd = ROOT, allowFailure = false, timeoutMs, signal } = {},
) {
  const file = log ? createWriteStream(home.path('logs', `${log}.log`)) : null;
  const kept = [];
  const ends = [signal, timeoutMs ? AbortSignal.timeout(timeoutMs) : undefined].filter(Boolean);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: ends.length > 0 ? AbortSignal.any(ends) : undefined,
    });
    const take = (chunk) => {
      file?.write(chunk);
      kept.push(chunk);
      const line = chunk
        .toString()
        .trimEnd()
        .split(/[\r\n]/)
        .at(-1);
      if (line) onLine?.(line);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => reject(new Refusal(`${command} cannot be run: ${error.message}`)));
    child.on('close', (code) => {
      file?.end();
      const output = Buffer.concat(kept).toString();
      if (code === 0 || allowFailure) return resolve({ code: code ?? 1, output });
      const tail = output.trimEnd().split('\n').slice(-TAIL).join('\n');
      const where = log ? ` (all of it: ${home.path('logs', `${log}.log`)})` : '';
      reject(new Refusal(`${[command, ...args].join(' ')} failed with ${code}:\n${tail}${where}`));
    });
  });
}

/** Runs a program whose output is shown as it comes; gives its exit code. */
export function runShown(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** True when a program of this name is on the path. */
export async function has(program) {
  const { code } = await run('sh', ['-c', 'command -v "$0"', program], { allowFailure: true });
  return code === 0;
}
