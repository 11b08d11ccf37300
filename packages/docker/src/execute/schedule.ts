import { DomainError, type Operation } from '@jalon/contracts';

/** Daemon work is bounded; waits cost the daemon nothing; builds are heavy. */
export type Lane = 'call' | 'build' | 'wait';

const LANES: Record<Operation['kind'], Lane> = {
  BUILD_IMAGE: 'build',
  PULL_IMAGE: 'build',
  CREATE_NETWORK: 'call',
  REMOVE_NETWORK: 'call',
  CREATE_VOLUME: 'call',
  CREATE_CONTAINER: 'call',
  START_CONTAINER: 'call',
  STOP_CONTAINER: 'call',
  RENAME_CONTAINER: 'call',
  REMOVE_CONTAINER: 'call',
  SWITCH_ROUTE: 'wait',
  WAIT_HEALTHY: 'wait',
  WAIT_RUNNING: 'wait',
  WAIT_COMPLETED: 'wait',
};

export function laneOf(operation: Operation): Lane {
  return LANES[operation.kind];
}

/** Walks a plan's graph: hands out operations whose dependencies are done, as long as their lane has room. */
export class Schedule {
  private readonly waiting: Map<string, Operation>;
  private readonly done = new Set<string>();
  private readonly busy: Record<Lane, number> = { call: 0, build: 0, wait: 0 };

  /** Throws INTERNAL for a plan whose dependencies cannot be met. */
  constructor(
    operations: readonly Operation[],
    private readonly room: Record<Lane, number>,
  ) {
    this.waiting = new Map(operations.map((operation) => [operation.key, operation]));
    checkGraph(operations);
  }

  /** Takes what can begin now. */
  take(): Operation[] {
    const taken: Operation[] = [];
    for (const operation of this.waiting.values()) {
      const lane = laneOf(operation);
      if (this.busy[lane] >= this.room[lane]) continue;
      if (!operation.after.every((key) => this.done.has(key))) continue;
      this.busy[lane] += 1;
      taken.push(operation);
    }
    for (const operation of taken) this.waiting.delete(operation.key);
    return taken;
  }

  finish(operation: Operation, succeeded: boolean): void {
    this.busy[laneOf(operation)] -= 1;
    if (succeeded) this.done.add(operation.key);
  }

  /** Operations that were never begun. */
  left(): Operation[] {
    return [...this.waiting.values()];
  }
}

function checkGraph(operations: readonly Operation[]): void {
  const resolved = new Set<string>();
  let open = [...operations];
  while (open.length > 0) {
    const next = open.filter((operation) => !operation.after.every((key) => resolved.has(key)));
    if (next.length === open.length) {
      const keys = next.map((operation) => operation.key).join(', ');
      throw new DomainError(
        'INTERNAL',
        `The plan cannot be walked: these operations wait for each other or for nothing: ${keys}.`,
      );
    }
    const stuck = new Set(next);
    for (const operation of open) if (!stuck.has(operation)) resolved.add(operation.key);
    open = next;
  }
}
