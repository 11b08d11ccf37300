import { Refusal } from '../lib/fail.mjs';
import type { Home } from '../lib/home.mjs';
import { freePort, isPortFree } from '../lib/ports.mjs';
import { processState } from '../lib/processes.mjs';
import type { ServiceName } from './services';
import type { LocalState } from './state';

const DEFAULTS: Record<ServiceName, number> = { web: 3000, gateway: 3010, worker: 3020 };

export interface ChosenPorts {
  ports: Record<ServiceName, number>;
  /** What a person should know, e.g. that 3000 was taken. */
  notes: string[];
}

/**
 * A port for each process: the one it has, the one it had, the default, or a free one where that is taken.
 * `demanded` is a port the caller insists on for web: taken, it is refused.
 */
export async function choosePorts(home: Home, state: LocalState, demanded?: number): Promise<ChosenPorts> {
  const ports: Partial<Record<ServiceName, number>> = {};
  const notes: string[] = [];
  for (const name of ['web', 'gateway', 'worker'] as const) {
    const running = processState(home, name);
    const insisted = name === 'web' ? demanded : undefined;
    if (running.alive && running.port && (!insisted || insisted === running.port)) {
      ports[name] = running.port;
      continue;
    }
    const wanted = insisted ?? state.ports[name] ?? DEFAULTS[name];
    if (await isPortFree(wanted)) {
      ports[name] = wanted;
      continue;
    }
    if (insisted)
      throw new Refusal(`Port ${insisted} is taken by another program: stop it, or choose another port.`);
    const other = await freePort(Object.values(ports));
    notes.push(`port ${wanted} is taken, ${name} uses ${other}`);
    ports[name] = other;
  }
  return { ports: ports as Record<ServiceName, number>, notes };
}
