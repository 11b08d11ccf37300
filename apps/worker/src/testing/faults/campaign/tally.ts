import { type Finding, type FindingKind, isOurs } from '../audit/finding';
import type { DrillResult, Hit } from '../drill';

/** Something that went wrong, with all that is needed to have it again. */
export interface Failure {
  unit: string;
  order: DrillResult['order'];
  status: string;
  hits: Hit[];
  findings: Finding[];
  account: DrillResult['account'];
}

/** What a campaign has come to so far. */
export class Tally {
  readonly failures: Failure[] = [];
  /** Milliseconds from the last restart to the end, of each deployment whose worker was killed. */
  readonly recoveries: number[] = [];
  /** Milliseconds from a wish to cancel to the worker's word for it. */
  readonly cancellations: number[] = [];
  /** Blows by where they hit: `kill during start`. */
  readonly byBoundary = new Map<string, number>();
  /** What the engine itself did wrong, in deployments that ended where they should but for that. */
  readonly engineFaults: string[] = [];
  deployments = 0;
  kills = 0;
  converged = 0;

  add(unit: string, result: DrillResult): void {
    const { order, status, hits, findings, account, recoveryMs, cancelMs } = result;
    this.deployments += 1;
    for (const { deed, at, moment } of hits) {
      if (deed === 'kill') this.kills += 1;
      const key = `${deed} ${moment} ${at.split(' ')[0]}`;
      this.byBoundary.set(key, (this.byBoundary.get(key) ?? 0) + 1);
    }
    if (recoveryMs !== null) this.recoveries.push(recoveryMs);
    if (cancelMs !== null) this.cancellations.push(cancelMs);
    this.engineFaults.push(...findings.filter((one) => !isOurs(one)).map(({ what }) => what));
    if (!findings.some(isOurs)) this.converged += 1;
    else this.failures.push({ unit, order, status, hits, findings, account });
  }

  /** A unit that could not go on: the test itself, or a deployment that met the unexpected. */
  addBroken(unit: string, error: unknown): void {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.failures.push({
      unit,
      order: { action: 'DEPLOY' },
      status: '',
      hits: [],
      findings: [{ kind: 'not-converged', what }],
      account: null,
    });
  }

  count(kind: FindingKind): number {
    return this.failures.flatMap(({ findings }) => findings).filter((one) => one.kind === kind).length;
  }
}
