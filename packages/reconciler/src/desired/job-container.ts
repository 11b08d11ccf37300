import {
  type ContainerSpec,
  type DesiredBuild,
  LABELS,
  type ServiceModel,
  type StackModel,
  type StackTarget,
} from '@jalon/contracts';
import { configHash, partHashes } from './config-hash';
import { containerSpec, DEFAULT_LIMITS } from './container-spec';
import { type DesiredOptions, imageReference, networkHashes } from './desired-state';
import { containerLabels } from './labels';
import { jobContainerName } from './names';
import { desiredNetworks } from './resources';

/** Where a job leaves its result; see docker/README.md, “Job protocol”. */
export const JOB_RESULT_PATH = '/jalon/result.json';

export interface JobRun {
  id: string;
  /** Number of the run within its project; part of the container's name. */
  number: number;
}

export interface JobContainer {
  name: string;
  image: string;
  spec: ContainerSpec;
  /** How to make the image when the host does not have it. */
  build: DesiredBuild | null;
}

/**
 * The container of one run of a job: never restarted, nothing published, one-off in Compose's eyes, so that
 * reconciliation leaves it alone. `options.resolveImage` gives the tag of a built image, as for services.
 */
export function jobContainer(
  stack: StackModel,
  target: StackTarget,
  service: ServiceModel,
  run: JobRun,
  options: DesiredOptions = {},
): JobContainer {
  const image = imageReference(service, target, options);
  const base = containerSpec(stack, target, service, { ...DEFAULT_LIMITS, ...options.limits });
  const spec: ContainerSpec = {
    ...base,
    environment: { ...base.environment, JALON_RUN_ID: run.id, JALON_RESULT: JOB_RESULT_PATH },
    ports: [],
    restart: 'no',
    healthcheck: { test: ['NONE'], intervalMs: null, timeoutMs: null, startPeriodMs: null, retries: null },
  };
  const networks = desiredNetworks(stack, target, [service]);
  const parts = partHashes(image, spec, service.labels, networkHashes(networks));
  const labels = {
    ...service.labels,
    ...containerLabels(target, service.name, 'job', configHash(parts), parts),
    [LABELS.run]: run.id,
  };
  return {
    name: jobContainerName(target, service.name, run.number),
    image,
    spec: { ...spec, labels },
    build: service.build,
  };
}
