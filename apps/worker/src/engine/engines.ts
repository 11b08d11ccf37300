import { createDockerEngine, type DockerEngine, type DockerEngineOptions } from '@jalon/docker';

export interface Engines {
  /** The engine at this endpoint, made when it is first asked for. Throws VALIDATION for one that cannot be read. */
  get(endpoint: string): DockerEngine;
  close(): void;
}

/** One client per endpoint, so that connections are kept. */
export function createEngines(options: Omit<DockerEngineOptions, 'endpoint'>): Engines {
  const engines = new Map<string, DockerEngine>();
  return {
    get(endpoint) {
      const known = engines.get(endpoint);
      if (known) return known;
      const engine = createDockerEngine({ ...options, endpoint });
      engines.set(endpoint, engine);
      return engine;
    },
    close: () => {
      for (const engine of engines.values()) engine.close();
    },
  };
}
