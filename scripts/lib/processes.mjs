import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from './home.mjs';

/** @typedef {import('./home.mjs').Home} Home */
/** @typedef {{alive: boolean, pid?: number, stamp?: string, port?: number}} ProcessState */

/** When a process began, in clock ticks since boot: a process id alone is used again by the system. */
function birthOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

/**
 * Starts a program that outlives this one. Output goes to logs/<name>.log of the home, identity to
 * run/<name>.json. `stamp` says what it was started from, to see later whether it is out of date.
 * @param {Home} home
 * @param {string} name
 * @param {string[]} command
 * @param {{env?: Record<string, string | undefined>, stamp?: string, port?: number}} [options]
 * @returns {Promise<number>} its process id
 */
export async function startDetached(home, name, [program, ...args], { env, stamp, port } = {}) {
  const log = openSync(home.path('logs', `${name}.log`), 'a', 0o600);
  const options = { cwd: ROOT, env: { ...process.env, ...env }, detached: true };
  const child = spawn(program ?? '', args, { ...options, stdio: ['ignore', log, log] });
  closeSync(log);
  await new Promise((resolve, reject) => {
    child.once('spawn', () => resolve(undefined));
    child.once('error', reject);
  });
  const identity = { pid: child.pid, birth: birthOf(child.pid), stamp, port };
  writeFileSync(home.path('run', `${name}.json`), JSON.stringify(identity));
  child.unref();
  return child.pid ?? 0;
}

/**
 * Whether a process that `startDetached` started, perhaps in an earlier run, is alive.
 * @param {Home} home
 * @param {string} name
 * @returns {ProcessState}
 */
export function processState(home, name) {
  const file = home.path('run', `${name}.json`);
  if (!existsSync(file)) return { alive: false };
  const { pid, birth, stamp, port } = JSON.parse(readFileSync(file, 'utf8'));
  return { alive: birth !== null && birthOf(pid) === birth, pid, stamp, port };
}

/**
 * Ends a process that we started, kindly first. Returns false when it was not running.
 * @param {Home} home
 * @param {string} name
 */
export async function stopProcess(home, name, { timeoutMs = 15_000 } = {}) {
  const { alive, pid } = processState(home, name);
  if (alive && pid) {
    process.kill(pid, 'SIGTERM');
    const until = Date.now() + timeoutMs;
    while (Date.now() < until && processState(home, name).alive) await sleep(50);
    if (processState(home, name).alive) process.kill(pid, 'SIGKILL');
  }
  rmSync(home.path('run', `${name}.json`), { force: true });
  return alive;
}
