import type { Operation, PlannedOperation } from '@jalon/contracts';

/** One operation of a plan as a page shows it: never an environment value, never a secret. Pure. */
export function describeOperation(operation: Operation): PlannedOperation {
  const { key, kind, service, cause } = operation;
  const changes = operation.kind === 'CREATE_CONTAINER' ? (operation.changes ?? []) : [];
  return { key, kind, service, cause, subject: subjectOf(operation), changes };
}

function subjectOf(operation: Operation): string {
  switch (operation.kind) {
    case 'BUILD_IMAGE':
    case 'PULL_IMAGE':
      return operation.image;
    case 'CREATE_NETWORK':
      return operation.network.name;
    case 'CREATE_VOLUME':
      return operation.volume.name;
    case 'CREATE_CONTAINER':
    case 'REMOVE_NETWORK':
      return operation.name;
    case 'RENAME_CONTAINER':
      return `${operation.container} → ${operation.name}`;
    default:
      return operation.container;
  }
}
