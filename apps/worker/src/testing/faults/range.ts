import type { TestDatabase } from '@jalon/db/testing';
import { type TestEngine, testEngine } from '@jalon/docker/testing';
import { PrivateEngine } from '../private-engine';
import { Drill, type DrillResult, none, type Order } from './drill';
import { Lane } from './lane';
import type { Strike } from './lines/strike';
import type { StackDraft } from './stacks/stack';

/** A place where faults harm nobody: an engine of its own, and a worker on lines of its own. */
export class Range {
  private constructor(
    readonly engine: PrivateEngine,
    readonly host: TestEngine,
    readonly lane: Lane,
  ) {}

  /** @param database in place of one of the tests' own server */
  static async open(database?: TestDatabase): Promise<Range> {
    const engine = await PrivateEngine.start();
    const host = await testEngine({ endpoint: engine.endpoint });
    return new Range(engine, host, await Lane.open(engine.endpoint, host, database));
  }

  get scene() {
    return this.lane.scene;
  }

  /** A new environment in which this stack stands; throws what is not as it should be. */
  async standing(stack: StackDraft): Promise<Drill> {
    const drill = new Drill(this.lane, await this.lane.environment());
    const result = await drill.run({ action: 'DEPLOY', stack }, none());
    if (result.findings.length > 0) throw new Error(`the beginning went wrong: ${JSON.stringify(result)}`);
    return drill;
  }

  async close(): Promise<void> {
    await this.lane.close();
    this.host.close();
    await this.engine.close();
  }
}

/** What every order that goes well comes to. */
export const FINE = { status: 'SUCCEEDED', findings: [] };

/** Something that happens to a deployment at one call, beside what can happen to its worker. */
export type Event = Strike & { line?: 'engine' | 'database' };

/** Carried out by one worker, while this happens. */
export function calmly(drill: Drill, order: Order, event?: Event): Promise<DrillResult> {
  drill.lane[event?.line ?? 'engine'].arm(event ?? null);
  return drill.run(order, null);
}
