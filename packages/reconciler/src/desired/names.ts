import type { StackTarget } from '@jalon/contracts';

/** The target with its project name: the prefix of every name, and Compose's project. */
export function stackTarget(target: Omit<StackTarget, 'projectName'>): StackTarget {
  return { ...target, projectName: `${target.project}-${target.environment}` };
}

export function containerName(target: StackTarget, service: string): string {
  return `${target.projectName}-${service}-1`;
}

/** Name that the previous container bears while the new one has not proved itself. */
export function oldContainerName(name: string): string {
  return `${name}.old`;
}

export function jobContainerName(target: StackTarget, service: string, runNumber: number): string {
  return `${target.projectName}-${service}-run-${runNumber}`;
}

export function networkName(target: StackTarget, key: string): string {
  return `${target.projectName}_${key}`;
}

export function volumeName(target: StackTarget, key: string): string {
  return `${target.projectName}_${key}`;
}

/** Path under which the gateway opens a service; ends with a slash. */
export function basePath(target: StackTarget, service: string): string {
  return `/s/${target.project}/${target.environment}/${service}/`;
}

/**
 * Image of a built service before its content is known. The tag depends on the files of the context, which pure code
 * cannot see: whoever can (the worker) resolves it and passes it in.
 */
export function pendingImage(target: StackTarget, service: string): string {
  return `jalon/${target.project}-${service}:pending`;
}
