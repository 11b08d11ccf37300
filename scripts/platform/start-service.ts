import { existsSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../lib/fail.mjs';
import type { Home } from '../lib/home.mjs';
import { processState, startDetached, stopProcess } from '../lib/processes.mjs';
import type { ServiceSpec } from './services';

const HEALTHY_WITHIN_MS = 60_000;
const LOG_TAIL_BYTES = 3_000;

/** True when the process answers its health address. A worker without its engine answers too. */
export async function isHealthy(spec: ServiceSpec): Promise<boolean> {
  try {
    const response = await fetch(spec.healthUrl, {
      headers: spec.healthHeaders,
      signal: AbortSignal.timeout(5_000),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * Sees to it that a process runs, from this build and with these settings, and is healthy. Gives `kept` when
 * it was so already. Throws a Refusal with the end of its log when it does not come up.
 */
export async function ensureService(home: Home, spec: ServiceSpec): Promise<'kept' | 'started'> {
  const state = processState(home, spec.name);
  if (state.alive && state.stamp === spec.stamp && (await isHealthy(spec))) return 'kept';
  await stopProcess(home, spec.name);
  const log = home.path('logs', `${spec.name}.log`);
  const logStart = existsSync(log) ? statSync(log).size : 0;
  await startDetached(home, spec.name, spec.command, { env: spec.env, stamp: spec.stamp, port: spec.port });
  const deadline = Date.now() + HEALTHY_WITHIN_MS;
  while (!(await isHealthy(spec))) {
    const dead = !processState(home, spec.name).alive;
    if (dead || Date.now() > deadline) {
      const why = dead ? 'ended at once' : `is not healthy after ${HEALTHY_WITHIN_MS / 1000} s`;
      throw new Refusal(`${spec.name} ${why}. The end of ${log}:\n${tailOf(log, logStart)}`);
    }
    await sleep(100);
  }
  return 'started';
}

function tailOf(path: string, from: number): string {
  return readFileSync(path).subarray(from).subarray(-LOG_TAIL_BYTES).toString();
}
