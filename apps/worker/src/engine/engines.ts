import { createDockerEngine, type DockerEngine, type DockerEngineOptions } from '@jalon/docker';
import type { PolicyAllowance } from '@jalon/reconciler';

export interface Engines {
  /** The engine at this endpoint, made when it is first asked for. Throws VALIDATION for one that cannot be read. */
  get(endpoint: string): DockerEngine;
  /** The same, with what its host allows from now on: the last gate before it lets just that pass. */
  allowing(host: { endpoint: string; allowance: PolicyAllowance }): DockerEngine;
  close(): void;
}

/** One client per endpoint, so that connections are kept. */
export function createEngines(options: Omit<DockerEngineOptions, 'endpoint'>): Engines {
  // The gate reads an allowance at each request, so what is allowed can change under a client that is kept.
  const engines = new Map<string, { engine: DockerEngine; allowance: PolicyAllowance }>();
  const entryOf = (endpoint: string) => {
    const known = engines.get(endpoint);
    if (known) return known;
    const allowance: PolicyAllowance = { ...options.allowance };
    const entry = { engine: createDockerEngine({ ...options, endpoint, allowance }), allowance };
    engines.set(endpoint, entry);
    return entry;
  };
  return {
    get: (endpoint) => entryOf(endpoint).engine,
    allowing({ endpoint, allowance }) {
      const entry = entryOf(endpoint);
      Object.assign(entry.allowance, allowance);
      return entry.engine;
    },
    close: () => {
      for (const { engine } of engines.values()) engine.close();
    },
  };
}
