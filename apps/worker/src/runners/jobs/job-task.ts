import { DomainError, type ServiceModel, type StackModel } from '@jalon/contracts';
import { openRevision } from '@jalon/core/deployment-progress';
import type { OpenRun, RunLease } from '@jalon/core/run-progress';
import type { DockerEngine } from '@jalon/docker';
import { type JobContainer, jobContainer, stackTarget } from '@jalon/reconciler';
import type { HeldLease } from '../../lease/hold-lease';
import type { WorkerTools } from '../../tools';

/** One run under way in this process. */
export interface JobTask {
  tools: WorkerTools;
  run: OpenRun;
  lease: RunLease;
  held: HeldLease;
  engine: DockerEngine;
}

/**
 * The container of the run, its image made when it is not there.
 *
 * @param onLog told of the build, line by line
 * @throws DomainError NOT_FOUND when nothing is deployed or the stack has no such job · BUILD_FAILED · IMAGE_NOT_FOUND
 */
export async function prepareJob(task: JobTask, onLog: (text: string) => void): Promise<JobContainer> {
  const { tools, run } = task;
  if (!run.currentRevision) {
    throw new DomainError('NOT_FOUND', 'Nothing is deployed to this environment. Deploy the stack first.');
  }
  const stack = openRevision(tools.cipher, run.environmentId, run.currentRevision);
  const service = requireJob(stack, run.service);
  const image = await makeImage(task, service, onLog);
  const target = stackTarget({
    environmentId: run.environmentId,
    project: run.projectSlug,
    environment: run.environmentSlug,
    revision: run.currentRevision.number,
  });
  const container = jobContainer(
    stack,
    target,
    service,
    { id: run.id, number: run.number },
    { resolveImage: () => image },
  );
  if (!service.build) await pullMissing(task, container.image);
  return container;
}

function requireJob(stack: StackModel, name: string): ServiceModel {
  const service = stack.services[name];
  if (service?.jalon.role === 'job') return service;
  throw new DomainError('NOT_FOUND', `The deployed stack has no job ${name}.`);
}

/** Null for an image that comes from elsewhere. */
async function makeImage(
  { run, engine, held }: JobTask,
  { name, build }: ServiceModel,
  onLog: (text: string) => void,
): Promise<string | null> {
  if (!build) return null;
  const repository = `jalon/${run.projectSlug}-${name}`.toLowerCase();
  return engine.buildImage(repository, build, {
    signal: held.interrupted,
    onProgress: ({ log }) => log && onLog(log),
  });
}

async function pullMissing({ run, engine, held }: JobTask, image: string): Promise<void> {
  const { environmentId } = run;
  const { images } = await engine.observe({ environmentId, images: [image] }, { signal: held.interrupted });
  if (!images[image]) await engine.pullImage(image, { signal: held.interrupted });
}
