import type { StackTarget } from '@jalon/contracts';

/** The target with its project name: the prefix of every name, and Compose's project. */
export function stackTarget(target: Omit<StackTarget, 'projectName'>): StackTarget {
  return { ...target, projectName: `${target.project}-${target.environment}` };
}

/** Name of one of a service's containers, as Compose gives it; they are counted from 1. */
export function containerName(target: StackTarget, service: string, number = 1): string {
  return `${target.projectName}-${service}-${number}`;
}

/** Number of a container of a service by its name, also while it is set aside; null for a name that is none of ours. */
export function containerNumber(name: string): number | null {
  const digits = /-([1-9]\d{0,5})(\.old)?$/.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
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
