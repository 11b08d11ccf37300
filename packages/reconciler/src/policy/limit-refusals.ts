import type { ServiceModel } from '@jalon/contracts';
import { MAXIMUM, MINIMUM_HEALTH_INTERVAL_MS } from './limits';

/** Limits so high that they are none, and times that nothing on the host should wait, or be asked, for. */
export function limitRefusals(service: ServiceModel): { rule: string; message: string }[] {
  const { cpus, memoryBytes, shmBytes, pids, stopGracePeriodMs, healthcheck } = service;
  const interval = healthcheck?.intervalMs ?? null;
  return [
    above('cpus', cpus, MAXIMUM.cpus, `asks for ${cpus} processors; at most ${MAXIMUM.cpus}.`),
    above(
      'memory',
      memoryBytes,
      MAXIMUM.memoryBytes,
      `asks for more than a terabyte of memory. Lower its limit.`,
    ),
    above(
      'memory',
      shmBytes,
      MAXIMUM.memoryBytes,
      `asks for more than a terabyte of shared memory. Lower "shm_size".`,
    ),
    above(
      'pids',
      pids,
      MAXIMUM.pids,
      `asks for ${pids} processes; at most ${MAXIMUM.pids}: the host has them for all.`,
    ),
    above(
      'stop-grace-period',
      stopGracePeriodMs,
      MAXIMUM.stopGraceMs,
      'may take more than an hour to stop, and a deployment waits for it. Lower "stop_grace_period".',
    ),
    interval !== null && interval > 0 && interval < MINIMUM_HEALTH_INTERVAL_MS
      ? {
          rule: 'healthcheck',
          message: `checks its health every ${interval} ms, which is a load on the host. Write ${MINIMUM_HEALTH_INTERVAL_MS}ms or more.`,
        }
      : null,
    ...[interval, healthcheck?.timeoutMs ?? null, healthcheck?.startPeriodMs ?? null].map((time) =>
      above(
        'healthcheck',
        time,
        DAY_MS,
        'has a health check that waits for more than a day. Lower its times.',
      ),
    ),
  ].flatMap((finding) => finding ?? []);
}

const DAY_MS = 86_400_000;

function above(rule: string, value: number | null, most: number, message: string) {
  return value !== null && value > most ? { rule, message } : null;
}
