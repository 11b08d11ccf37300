import type { Operation, PartChange, Plan } from '@jalon/contracts';
import { causeText } from './cause-text';

/**
 * A plan as text, the same for the same plan: what is refused, then each operation in order with its cause and the
 * numbers of those it waits for and, below a new container, what changed; then what stays as it is. Never holds a value of a
 * variable.
 */
export function printPlan(plan: Plan): string {
  const lines = [headline(plan)];
  for (const { rule, message } of plan.refusals) lines.push(`  refused [${rule}] ${message}`);
  const numbers = new Map(plan.operations.map(({ key }, index) => [key, index + 1]));
  const width = String(plan.operations.length).length;
  plan.operations.forEach((operation, index) => {
    const number = String(index + 1).padStart(width);
    const after = operation.after.flatMap((key) => numbers.get(key) ?? []).sort((a, b) => a - b);
    const order = after.length > 0 ? `  after ${after.join(', ')}` : '';
    lines.push(`  ${number}. ${describe(operation)}  (${causeText(operation.cause)})${order}`);
    const changes = operation.kind === 'CREATE_CONTAINER' ? (operation.changes ?? []) : [];
    lines.push(...changes.map((change) => `  ${' '.repeat(width + 4)}${changeText(change)}`));
  });
  if (plan.unchanged.length > 0) lines.push(`  unchanged: ${plan.unchanged.join(', ')}`);
  return `${lines.join('\n')}\n`;
}

/** `ports: 8000:80 → 8001:80`; a part whose value is not to be shown says what became of it. */
function changeText({ part, change, before, after }: PartChange): string {
  if (before === null && after === null) return `${part}: ${change.toLowerCase()}`;
  if (change === 'CHANGED' && before === null) return `${part}: now ${after || 'none'}`;
  return `${part}: ${before || 'none'} → ${after || 'none'}`;
}

/** One operation in words: `create container demo-model-1 from image:tag`. */
export function describe(operation: Operation): string {
  switch (operation.kind) {
    case 'BUILD_IMAGE':
      return `build image ${operation.image} from ${operation.build.context}`;
    case 'PULL_IMAGE':
      return `pull image ${operation.image}`;
    case 'CREATE_NETWORK':
      return `create network ${operation.network.name}`;
    case 'REMOVE_NETWORK':
      return `remove network ${operation.name}`;
    case 'CREATE_VOLUME':
      return `create volume ${operation.volume.name}`;
    case 'CREATE_CONTAINER':
      return `create container ${operation.name} from ${operation.desired.image}`;
    case 'START_CONTAINER':
      return `start container ${operation.container}`;
    case 'STOP_CONTAINER':
      return `stop container ${operation.container}`;
    case 'RENAME_CONTAINER':
      return `rename container ${operation.container} to ${operation.name}`;
    case 'REMOVE_CONTAINER':
      return `remove container ${operation.container}`;
    case 'SWITCH_ROUTE':
      return `lead the gateway to ${operation.container}`;
    case 'WAIT_HEALTHY':
      return `wait until ${operation.container} is healthy`;
    case 'WAIT_RUNNING':
      return `wait until ${operation.container} stays up`;
    case 'WAIT_COMPLETED':
      return `wait until ${operation.container} has completed`;
  }
}

function headline({ operations, refusals }: Plan): string {
  if (refusals.length > 0) return `Refused for ${count(refusals.length, 'reason')}.`;
  if (operations.length === 0) return 'Nothing to do.';
  return `${count(operations.length, 'operation')}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
