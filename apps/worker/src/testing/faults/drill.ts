import type { TestEnvironment } from '@jalon/db/testing';
import type { Action } from '../scene';
import { audit } from './audit/audit';
import type { Finding } from './audit/finding';
import { deployedServices, type Standing } from './audit/standing';
import type { Blow, Lane } from './lane';
import { composeOf, type StackDraft } from './stacks/stack';

/** Far beyond what anything needs: a busy machine is not a fault. */
const PATIENCE_MS = 240_000;
const LOOK_EVERY_MS = 100;

/** What is told of a deployment that went wrong, or that nobody could cancel: where it stands, and how long each step took. */
const UNDER_WAY = {
  status: true,
  errorCode: true,
  errorMessage: true,
  action: true,
  source: true,
  cancelRequestedAt: true,
  finishedAt: true,
  steps: {
    select: { key: true, cause: true, status: true, startedAt: true, finishedAt: true },
    orderBy: { position: 'asc' },
  },
} as const;

export interface Order {
  action: Action;
  /** What is deployed; absent for the other actions. */
  stack?: StackDraft;
  /** It cannot succeed. */
  broken?: boolean;
}

/** A blow that hit. */
export interface Hit extends Blow {
  /** The call. */
  at: string;
}

export interface DrillResult {
  order: Order;
  status: string;
  hits: Hit[];
  findings: Finding[];
  /** What the deployment itself and the daemon say of it, when something was found. */
  account: Awaited<ReturnType<Drill['fullAccount']>> | null;
  /** From the start of the last worker to the end of the deployment; null when none was killed. */
  recoveryMs: number | null;
  /** From the wish to cancel to the worker's word for it; null when nobody wished. */
  cancelMs: number | null;
}

/** One environment and what is known of it, through any number of deployments and kills. */
export class Drill {
  standing: Standing = { state: 'removed' };
  private readonly volumes = new Set<string>();
  /** Every life of the worker has its time. */
  private deadline = 0;

  constructor(
    readonly lane: Lane,
    readonly environment: TestEnvironment,
  ) {}

  /**
   * Has one order carried out while one blow after the other hits, and looks at what stands. A blow whose call never
   * comes ends the series.
   * @param blows null: the lines are left as they are
   */
  async run(order: Order, blows: Iterator<Blow> | null): Promise<DrillResult> {
    const { lane, environment } = this;
    const hits: Hit[] = [];
    let hit = this.arm(blows);
    const id = await lane.scene.queue(environment, order.action, order.stack && composeOf(order.stack));
    await lane.ensureWorker();
    let restartedAt = performance.now();
    this.deadline = restartedAt + PATIENCE_MS;
    let cancelled: Promise<number> | null = null;
    const ended = this.ended(id);
    for (;;) {
      const first = await Promise.race([hit, ended]);
      if ('status' in first) break;
      hits.push(first);
      if (first.deed === 'cancel' && !cancelled) {
        cancelled = this.cancel(id);
        // It is waited for at the end; what goes wrong before that is said then.
        cancelled.catch(() => undefined);
      }
      hit = this.arm(blows);
      this.deadline = performance.now() + PATIENCE_MS;
      if (first.deed === 'kill') restartedAt = performance.now();
      await lane.ensureWorker();
    }
    const recoveryMs = performance.now() - restartedAt;
    lane.disarm();
    const killed = hits.some(({ deed }) => deed === 'kill');
    const { status, errorMessage } = await ended;
    const findings = await this.judge(order, id, { status, errorMessage, cancelled: cancelled !== null });
    return {
      order,
      status,
      hits,
      findings,
      account: findings.length > 0 ? await this.fullAccount(id) : null,
      recoveryMs: killed ? recoveryMs : null,
      cancelMs: await cancelled,
    };
  }

  /** Wishes to cancel; resolves with the milliseconds until the worker has said so. */
  async cancel(id: string): Promise<number> {
    const { scene } = this.lane;
    const from = performance.now();
    await scene.cancel(this.environment, id);
    await scene.until(
      () => this.account(id),
      ({ errorCode, finishedAt }) => errorCode === 'CANCELLED' || finishedAt !== null,
    );
    return Math.round(performance.now() - from);
  }

  private account(id: string) {
    return this.lane.scene.db.deployment.findUniqueOrThrow({ where: { id }, select: UNDER_WAY });
  }

  /** The same, and what the daemon remembers of it. */
  private async fullAccount(id: string) {
    const { environmentId } = this.environment;
    return { ...(await this.account(id)), events: await this.lane.scene.host.recentEvents(environmentId) };
  }

  private async ended(id: string): Promise<Pick<End, 'status' | 'errorMessage'>> {
    const { scene } = this.lane;
    for (;;) {
      const select = { status: true, errorMessage: true, finishedAt: true };
      // Some of these tests take the database away.
      const row = await scene.db.deployment.findUnique({ where: { id }, select }).catch(() => null);
      if (row?.finishedAt) return row;
      if (performance.now() > this.deadline) {
        return { status: 'NEVER', errorMessage: `${JSON.stringify(row)}\n${scene.lastWords()}` };
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  /** Never resolves when there is no blow left. */
  private arm(blows: Iterator<Blow> | null): Promise<Hit> {
    if (blows === null) return new Promise(() => undefined);
    const next = blows.next();
    if (next.done) {
      this.lane.disarm();
      return new Promise(() => undefined);
    }
    const blow = next.value;
    return this.lane.arm(blow).then((at) => ({ ...blow, at }));
  }

  private async judge(order: Order, deploymentId: string, end: End): Promise<Finding[]> {
    if (end.status === 'NEVER') return [{ kind: 'not-converged', what: end.errorMessage ?? '' }];
    const expected = [
      order.broken ? ['REVERTED', 'FAILED'] : ['SUCCEEDED'],
      end.cancelled ? ['CANCELLED'] : [],
    ].flat();
    const what = `${order.action} ended ${end.status}: ${end.errorMessage ?? ''}`;
    const verdict: Finding[] = expected.includes(end.status) ? [] : [{ kind: 'verdict', what }];
    this.standing = this.standingAfter(order, end.status);
    for (const name of await this.madeVolumes(order, deploymentId, end)) this.volumes.add(name);
    const { environment, standing, volumes } = this;
    return [...verdict, ...(await audit(this.lane.scene, { environment, standing, volumes, deploymentId }))];
  }

  /** Those that are there from now on: a deployment that was cancelled may have ended before it made them. */
  private async madeVolumes(order: Order, deploymentId: string, { status }: End): Promise<string[]> {
    const declared = declaredVolumes(order);
    if (status === 'SUCCEEDED') return declared;
    const { projectSlug, environmentSlug } = this.environment;
    const { steps } = await this.lane.scene.deployment(deploymentId);
    const made = new Set(steps.flatMap(({ key, status: end }) => (end === 'SKIPPED' ? [] : [key])));
    return declared.filter((name) => made.has(`volume:${projectSlug}-${environmentSlug}_${name}`));
  }

  private standingAfter({ action, stack }: Order, status: string): Standing {
    const before = this.standing;
    if (status === 'SUCCEEDED') {
      if (action === 'REMOVE') return { state: 'removed' };
      if (stack) return { state: 'running', stack };
      if (before.state === 'removed' || before.state === 'failed') return before;
      return { state: action === 'STOP' ? 'stopped' : 'running', stack: before.stack };
    }
    if (before.state === 'running') return before;
    const services = before.state === 'stopped' ? deployedServices(before.stack) : [];
    const known = before.state === 'failed' ? before.services : services;
    return { state: 'failed', services: [...new Set([...known, ...(stack ? deployedServices(stack) : [])])] };
  }
}

/** How a deployment ended; NEVER when it did not. */
interface End {
  status: string;
  errorMessage: string | null;
  cancelled: boolean;
}

/** One that cannot succeed may be refused before anything is made: it declares nothing. */
function declaredVolumes({ stack, broken }: Order): string[] {
  if (!stack || broken) return [];
  return deployedServices(stack).flatMap((name) => stack[name]?.volume ?? []);
}

/** No kill at all. */
export function* none(): Generator<Blow> {
  // Nothing is given.
}
