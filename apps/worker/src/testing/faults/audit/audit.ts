import type { TestEnvironment } from '@jalon/db/testing';
import type { Scene } from '../../scene';
import type { Finding } from './finding';
import { judge } from './judge';
import { seeOnEngine } from './on-engine';
import type { Standing } from './standing';

/** Longer than a lease lasts that is not renewed would hide that it was not given back. */
const LEASE_MS = 12_000;

export interface AuditRequest {
  environment: TestEnvironment;
  standing: Standing;
  volumes: ReadonlySet<string>;
  deploymentId: string;
}

/** Looks at the engine and at the database once a deployment has ended: everything that is not as it should be. */
export async function audit(scene: Scene, request: AuditRequest): Promise<Finding[]> {
  const { environment, standing, volumes, deploymentId } = request;
  const seen = await seeOnEngine(scene.host.docker, environment);
  return [
    ...judge(environment, seen, standing, volumes),
    ...(await judgeJournal(scene, deploymentId)),
    ...(await judgeLease(scene, environment)),
  ];
}

async function judgeJournal(scene: Scene, deploymentId: string): Promise<Finding[]> {
  const { steps, finishedAt, startedAt } = await scene.deployment(deploymentId);
  const open = steps.filter(({ status }) => status === 'RUNNING' || status === 'PENDING');
  const findings = open.map(({ key, status }): Finding => ({ kind: 'journal', what: `${key} is ${status}` }));
  if (!finishedAt || !startedAt)
    findings.push({ kind: 'journal', what: 'the deployment has no beginning or no end' });
  return findings;
}

/** The worker gives the lease back right after its last write. */
async function judgeLease(scene: Scene, { environmentId }: TestEnvironment): Promise<Finding[]> {
  const isFree = (rows: { held: boolean }[]): boolean => rows.every(({ held }) => !held);
  const look = () =>
    scene.db.$queryRaw<{ held: boolean }[]>`
      SELECT "expiresAt" > clock_timestamp() AS held FROM "EnvironmentLease"
      WHERE "environmentId" = ${environmentId}::uuid`;
  return scene.until(look, isFree, LEASE_MS).then(
    () => [],
    () => [{ kind: 'lease', what: 'the lease is still held' } as const],
  );
}
