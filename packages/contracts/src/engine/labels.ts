/** Labels on every object that Jalon makes. What has none of them is never touched. */
export const LABELS = {
  managed: 'dev.jalon.managed',
  project: 'dev.jalon.project',
  environment: 'dev.jalon.environment',
  environmentId: 'dev.jalon.environment-id',
  service: 'dev.jalon.service',
  revision: 'dev.jalon.revision',
  configHash: 'dev.jalon.config-hash',
  /** JSON object: named part of the configuration → short hash, to say what changed. */
  parts: 'dev.jalon.parts',
  /** JSON object: part whose value may be shown → that value as text, to say what it was before a change. */
  facts: 'dev.jalon.facts',
  /** Key of the operation that made the object. */
  operation: 'dev.jalon.operation',
  /** `service` or `job`. */
  kind: 'dev.jalon.kind',
  run: 'dev.jalon.run',
} as const;

/** Compose's own labels, so that `docker compose ls / ps / logs` shows the stacks that Jalon runs. */
export const COMPOSE_LABELS = {
  project: 'com.docker.compose.project',
  service: 'com.docker.compose.service',
  number: 'com.docker.compose.container-number',
  oneoff: 'com.docker.compose.oneoff',
  configHash: 'com.docker.compose.config-hash',
  version: 'com.docker.compose.version',
  network: 'com.docker.compose.network',
  volume: 'com.docker.compose.volume',
} as const;
