import { type ContainerSpec, DomainError, LABELS, type LogLine } from '@jalon/contracts';
import { NETWORKS_LABEL } from '@jalon/reconciler';
import type { DockerClient } from '../client/client';
import { createContainer } from '../client/create-container';
import { cancelled, withDeadline } from '../client/deadline';
import { hasCode } from '../client/error-kind';
import { inspectContainer, momentOf } from '../client/inspect';
import type { TimedLine } from '../logs/lines';
import { containerBody, readNetworksLabel } from '../operations/container-body';
import { removeContainer, stopContainer } from '../operations/container-state';
import { connectAll } from '../operations/network';
import { putFiles } from '../operations/put-files';
import { startContainer } from '../operations/start-container';
import { readJobResult } from './job-result';
import { logUntilExit } from './log-until-exit';

/** A container that runs to completion. `name` identifies the run: asked for twice, it runs once. */
export interface JobRequest {
  name: string;
  image: string;
  /** Its labels carry environment, service and run. */
  spec: ContainerSpec;
}

export interface JobOptions {
  /** Cancels: the container is stopped and removed. */
  signal?: AbortSignal;
  /** Lets go: CANCELLED is thrown and the container runs on, for whoever asks for the same name next. */
  detach?: AbortSignal;
  /** Awaited before the container is removed: what is not written down by then can still be had from it. */
  onFinished?: (outcome: JobOutcome) => void | Promise<void>;
  /** Every line, in order. After a restart of the worker the log is given again from its beginning, or from `logSince`. */
  onLog?: (line: LogLine) => void;
  /** Only lines after this moment (ISO 8601): what an earlier attempt has stored already. */
  logSince?: string;
  /** Called when the container runs; `attached` when an earlier attempt had made it. */
  onStarted?: (job: { containerId: string; attached: boolean }) => void | Promise<void>;
  /** Longest run. Default 24 hours. */
  deadlineMs?: number;
}

export interface JobOutcome {
  exitCode: number;
  outOfMemory: boolean;
  /** The JSON object of $JALON_RESULT; null when there is none or it cannot be read. */
  result: unknown;
  startedAt: string | null;
  finishedAt: string | null;
}

export interface JobEnvironment {
  client: DockerClient;
  allNetworksAtOnce: boolean;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** A cancelled job gets little time, so that cancelling takes no longer than two seconds. */
const CANCEL_GRACE_MS = 1_000;

/**
 * Runs a job to its end and removes its container. Exit codes are an outcome, not an error. Throws CANCELLED,
 * DEADLINE_EXCEEDED (the container is removed in both cases), IMAGE_NOT_FOUND, ENGINE_UNREACHABLE (the container is
 * left alone; call again with the same name to go on).
 */
export async function runJob(
  environment: JobEnvironment,
  job: JobRequest,
  options: JobOptions = {},
): Promise<JobOutcome> {
  const { client } = environment;
  const deadlineMs = options.deadlineMs ?? DAY_MS;
  const tooLong = (): DomainError =>
    new DomainError(
      'DEADLINE_EXCEEDED',
      `The job has not ended within ${Math.round(deadlineMs / 1000)} s and was stopped.`,
    );
  const signal = AbortSignal.any([options.signal, options.detach].filter((each) => each !== undefined));
  if (signal.aborted) throw cancelled(`run ${job.name}`);
  // Not cut short: a container that the engine makes after all must be known, to be removed.
  const made = createOrAttach(environment, job);
  try {
    const follow = async (stop: AbortSignal): Promise<JobOutcome> =>
      toTheEnd(client, job, await made, options, stop);
    const outcome = await withDeadline(`run ${job.name}`, follow, {
      deadlineMs,
      signal,
      onDeadline: tooLong,
    });
    await options.onFinished?.(outcome);
    await removeContainer(client, job.name, { withAnonymousVolumes: true });
    return outcome;
  } catch (error) {
    if (options.detach?.aborted) throw error;
    if (!hasCode(error, 'CANCELLED') && !hasCode(error, 'DEADLINE_EXCEEDED')) throw error;
    const left = await made.catch(() => null);
    if (left) await discard(client, left);
    throw error;
  }
}

async function toTheEnd(
  client: DockerClient,
  job: JobRequest,
  { id, attached }: MadeJob,
  options: JobOptions,
  signal: AbortSignal,
): Promise<JobOutcome> {
  const before = await inspectContainer(client, id, { signal });
  if (before.State.Status === 'created') await startContainer(client, id, { signal });
  await options.onStarted?.({ containerId: id, attached });
  const service = job.spec.labels[LABELS.service] ?? job.name;
  const onLine = (line: TimedLine): void => options.onLog?.({ service, ...line });
  await logUntilExit(client, { containerId: id, since: options.logSince, signal }, onLine);
  const { State } = await inspectContainer(client, id, { signal });
  const result = await readJobResult(client, id, job.spec.environment.JALON_RESULT, { signal });
  return {
    exitCode: State.ExitCode,
    outOfMemory: State.OOMKilled,
    result,
    startedAt: momentOf(State.StartedAt),
    finishedAt: momentOf(State.FinishedAt),
  };
}

interface MadeJob {
  id: string;
  /** An earlier attempt made it. */
  attached: boolean;
}

async function createOrAttach(environment: JobEnvironment, job: JobRequest): Promise<MadeJob> {
  const { client, allNetworksAtOnce } = environment;
  const { name, image, spec } = job;
  const body = containerBody(spec, { name, image, labels: {}, allNetworksAtOnce });
  const id = await createOrNull(client, body);
  const found = id === null ? await requireSameRun(client, job) : null;
  const containerId = id ?? found?.Id ?? name;
  if (!allNetworksAtOnce && found?.State.Running !== true) {
    await connectAll(client, containerId, readNetworksLabel(body.Labels?.[NETWORKS_LABEL]), {});
  }
  if (!found || found.State.Status === 'created') await putFiles(client, containerId, spec.files, {});
  return { id: containerId, attached: id === null };
}

async function createOrNull(
  client: DockerClient,
  body: ReturnType<typeof containerBody>,
): Promise<string | null> {
  try {
    return await createContainer(client, body);
  } catch (error) {
    if (hasCode(error, 'CONFLICT')) return null;
    throw error;
  }
}

async function requireSameRun(
  client: DockerClient,
  { name, spec }: JobRequest,
): Promise<Awaited<ReturnType<typeof inspectContainer>>> {
  const found = await inspectContainer(client, name);
  const labels = found.Config.Labels;
  const same = [LABELS.environmentId, LABELS.run].every((label) => labels[label] === spec.labels[label]);
  if (same && labels[LABELS.managed] === 'true') return found;
  throw new DomainError(
    'CONFLICT',
    `There is already a container “${name}” on the host that is not this run. Remove it.`,
  );
}

async function discard(client: DockerClient, { id }: MadeJob): Promise<void> {
  await stopContainer(client, id, CANCEL_GRACE_MS, {});
  await removeContainer(client, id, { withAnonymousVolumes: true });
}
