import { setTimeout as sleep } from 'node:timers/promises';
import { type DeploymentSummary, FINAL_DEPLOYMENT_STATUSES, type RunDetail } from '@jalon/contracts';
import { Refusal } from '../lib/fail.mjs';
import type { ApiClient } from './api-client';

const POLL_MS = 400;
const DEPLOY_WITHIN_MS = 8 * 60_000;
const RUN_WITHIN_MS = 3 * 60_000;

type OnLine = (line: string) => void;

/** The project with its one environment. */
export async function readEnvironment(api: ApiClient, slug: string) {
  const project = await api.project.get.query({ slug });
  const [environment] = project.environments;
  if (!environment) throw new Refusal(`The project ${slug} has no environment.`);
  return { project, environment };
}

/** Deploys the stack as it is saved, after looking at the plan, unless it runs already. */
export async function ensureDeployed(
  api: ApiClient,
  slug: string,
  onLine: OnLine,
): Promise<{ changed: boolean; deployment: DeploymentSummary }> {
  const { project, environment } = await readEnvironment(api, slug);
  const latest = environment.latestDeployment;
  if (environment.state === 'RUNNING' && latest?.status === 'SUCCEEDED')
    return { changed: false, deployment: latest };
  if (latest && !FINAL_DEPLOYMENT_STATUSES.includes(latest.status)) {
    return { changed: true, deployment: await followDeployment(api, latest.id, onLine) };
  }
  const { version } = await api.stack.get.query({ projectId: project.id });
  const plan = await api.stack.preview.query({ environmentId: environment.id });
  if (!plan.deployable)
    throw new Refusal(
      `The plan cannot be applied:\n${JSON.stringify(plan.problems.concat(plan.refusals as never), null, 2)}`,
    );
  const queued = await api.deployment.deploy.mutate({
    environmentId: environment.id,
    stackVersion: version,
    note: 'Sample',
  });
  return { changed: true, deployment: await followDeployment(api, queued.id, onLine) };
}

/** Follows a deployment to its end, telling of each step. Throws a Refusal with the log when it fails. */
export async function followDeployment(
  api: ApiClient,
  deploymentId: string,
  onLine: OnLine,
): Promise<DeploymentSummary> {
  for (const deadline = Date.now() + DEPLOY_WITHIN_MS; ; await sleep(POLL_MS)) {
    const deployment = await api.deployment.get.query({ deploymentId });
    const step = deployment.stepTree.find(({ status }) => status === 'RUNNING');
    if (step)
      onLine(
        `${deployment.steps.done} of ${deployment.steps.total} steps, ${step.title} ${step.log.trimEnd().split('\n').at(-1) ?? ''}`,
      );
    if (deployment.status === 'SUCCEEDED') return deployment;
    if (FINAL_DEPLOYMENT_STATUSES.includes(deployment.status)) {
      const { errorMessage, errorLog } = deployment;
      throw new Refusal(
        `Deployment ${deployment.number} ended ${deployment.status}: ${errorMessage ?? ''}\n${errorLog ?? ''}`,
      );
    }
    if (Date.now() > deadline)
      throw new Refusal(
        `Deployment ${deployment.number} is still ${deployment.status} after ${DEPLOY_WITHIN_MS / 60_000} minutes.`,
      );
  }
}

/** The last successful run of a job, or a new one followed to its end. */
export async function ensureRun(
  api: ApiClient,
  project: { id: string; environmentId: string },
  job: string,
  onLine: OnLine,
): Promise<{ changed: boolean; run: RunDetail }> {
  const { jobs, runs } = await api.run.list.query({ projectId: project.id });
  const done = runs.find((run) => run.job === job && run.status === 'SUCCEEDED');
  if (done) return { changed: false, run: await api.run.get.query({ runId: done.id }) };
  const service = jobs.find((candidate) => candidate.job === job)?.service;
  if (!service) throw new Refusal(`The stack has no job called ${job}.`);
  const { id } = await api.run.start.mutate({ environmentId: project.environmentId, service });
  for (const deadline = Date.now() + RUN_WITHIN_MS; ; await sleep(POLL_MS)) {
    const run = await api.run.get.query({ runId: id });
    onLine(run.log.trimEnd().split('\n').at(-1) ?? run.status);
    if (run.status === 'SUCCEEDED') return { changed: true, run };
    if (run.status === 'FAILED' || run.status === 'CANCELLED')
      throw new Refusal(`${job} ${run.status}: ${run.errorMessage ?? ''}\n${run.log.slice(-3000)}`);
    if (Date.now() > deadline)
      throw new Refusal(`${job} is still ${run.status} after ${RUN_WITHIN_MS / 60_000} minutes.`);
  }
}

/** Waits until the model says it is ready, e.g. after its first training. */
export async function modelReady(modelUrl: string): Promise<void> {
  let last = '';
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(POLL_MS)) {
    const response = await fetch(`${modelUrl}/health`).catch((error: Error) => error);
    if (response instanceof Error) last = response.message;
    else if (response.ok) return;
    else last = await response.text();
  }
  throw new Refusal(`The model at ${modelUrl} is not ready: ${last}`);
}
