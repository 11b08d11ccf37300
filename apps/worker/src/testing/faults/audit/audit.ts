import { LEASE_EXPIRY_MS } from '@jalon/core/lease';
import type { TestEnvironment } from '@jalon/db/testing';
import type { TestEngine } from '@jalon/docker/testing';
import type { Scene } from '../../scene';
import type { Finding } from './finding';
import { judge } from './judge';
import { isMiscounted } from './miscounted';
import { seeOnEngine } from './on-engine';
import type { Standing } from './standing';

export interface AuditRequest {
  environment: TestEnvironment;
  standing: Standing;
  volumes: ReadonlySet<string>;
  deploymentId: string;
}

/** Looks at the engine and at the database once a deployment has ended: everything that is not as it should be. */
export async function audit(scene: Scene, request: AuditRequest): Promise<Finding[]> {
  const { environment, standing, volumes, deploymentId } = request;
  const { docker } = scene.host;
  const findings = judge(environment, await seeOnEngine(docker, environment), standing, volumes);
  return [
    ...(await Promise.all(findings.map((finding) => withoutMiscounted(docker, finding)))),
    ...(await judgeJournal(scene, deploymentId)),
    ...(await judgeLease(scene, environment)),
  ];
}

/** A network that is left is the engine's fault where the engine does not let go of it. */
async function withoutMiscounted(docker: TestEngine['docker'], finding: Finding): Promise<Finding> {
  const [, name] = /^network (.+)$/.exec(finding.what) ?? [];
  if (finding.kind !== 'orphan' || !name || !(await isMiscounted(docker, name))) return finding;
  return { kind: 'engine', what: `${finding.what} is miscounted` };
}

async function judgeJournal(scene: Scene, deploymentId: string): Promise<Finding[]> {
  const { steps, finishedAt, startedAt } = await scene.deployment(deploymentId);
  const open = steps.filter(({ status }) => status === 'RUNNING' || status === 'PENDING');
  const findings = open.map(({ key, status }): Finding => ({ kind: 'journal', what: `${key} is ${status}` }));
  if (!finishedAt || !startedAt)
    findings.push({ kind: 'journal', what: 'the deployment has no beginning or no end' });
  return findings;
}

/** The worker gives the lease back after its last write: it ends then, and not when it would have run out. */
async function judgeLease(scene: Scene, { environmentId }: TestEnvironment): Promise<Finding[]> {
  const look = () =>
    scene.db.$queryRaw<{ over: boolean; lastedMs: number }[]>`
      SELECT "expiresAt" <= clock_timestamp() AS over,
        extract(epoch FROM "expiresAt" - "heartbeatAt")::float8 * 1000 AS "lastedMs"
      FROM "EnvironmentLease" WHERE "environmentId" = ${environmentId}::uuid`;
  const rows = await scene.until(look, (seen) => seen.every(({ over }) => over), LEASE_EXPIRY_MS * 2, 100);
  const ranOut = rows.filter(({ lastedMs }) => lastedMs >= LEASE_EXPIRY_MS);
  return ranOut.map(() => ({ kind: 'lease', what: 'the lease was not given back' }));
}
