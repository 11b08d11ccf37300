import type { Operation, Plan } from '@jalon/contracts';

/**
 * The plan with what it takes away put last: a previous container, and one whose service is gone, stay until every service
 * has proved itself. So a failure of one service finds all that stood before still there to return to, and no revision
 * needs to be remembered between two calls. What another operation waits for (a port that moves, a network made anew)
 * keeps its place.
 */
export function keepUntilProven(plan: Plan): Plan {
  const waits = plan.operations.filter(({ kind }) => kind.startsWith('WAIT_'));
  const needed = new Set<string>();
  const byKey = new Map(plan.operations.map((operation) => [operation.key, operation]));
  const mark = (key: string): void => {
    if (needed.has(key)) return;
    needed.add(key);
    for (const before of byKey.get(key)?.after ?? []) mark(before);
  };
  for (const { key } of waits) mark(key);
  const proven = waits.map(({ key }) => key);
  const isLate = (operation: Operation): boolean => takesAway(operation) && !needed.has(operation.key);
  const operations = plan.operations.map((operation) =>
    isLate(operation) ? { ...operation, after: [...new Set([...operation.after, ...proven])] } : operation,
  );
  return { ...plan, operations: inOrder(operations) };
}

function takesAway({ cause }: Operation): boolean {
  return cause.code === 'SUCCESSOR_READY' || cause.code === 'SERVICE_GONE' || cause.code === 'NETWORK_UNUSED';
}

/** Each after those it waits for; else as they stood. */
function inOrder(operations: readonly Operation[]): Operation[] {
  const waiting = [...operations];
  const open = new Set(operations.map(({ key }) => key));
  const result: Operation[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ after }) => !after.some((key) => open.has(key)));
    const [operation] = next < 0 ? [] : waiting.splice(next, 1);
    if (!operation) throw new Error('The operations of a plan wait for each other.');
    open.delete(operation.key);
    result.push(operation);
  }
  return result;
}
