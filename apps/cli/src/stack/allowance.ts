import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type { StackModel } from '@jalon/contracts';
import type { PolicyAllowance } from '@jalon/reconciler';
import type { Given } from '../args/given';
import { UsageError } from '../args/usage-error';
import type { Io } from '../io';

/**
 * What the caller lets the stack have beyond the policy's default.
 * @throws UsageError for a link, whose target is what would be mounted and so must be named; for a port that is none
 */
export function readAllowance(io: Io, given: Given): PolicyAllowance {
  const bindSources = given.texts('allow-bind').map((text) => {
    const path = resolve(io.folder, text);
    const real = realPath(path);
    if (real !== null && real !== path)
      throw new UsageError(`--allow-bind ${text}: this leads to ${real} through a link. Name that instead.`);
    return path;
  });
  const privilegedPorts = given.texts('allow-port').map((text) => {
    const port = Number(text);
    if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port;
    throw new UsageError(`--allow-port ${text}: write a port.`);
  });
  const external = given.texts('allow-external');
  return { bindSources, privilegedPorts, externalNetworks: external, externalVolumes: external };
}

/** The stack with the relative paths of its bind mounts made absolute, as Compose does; policy judges whole paths. */
export function withHostPaths(stack: StackModel, folder: string): StackModel {
  const services = Object.entries(stack.services).map(([name, service]) => {
    const mounts = service.mounts.map((mount) =>
      mount.type === 'bind' ? { ...mount, source: hostPath(mount.source, folder) } : mount,
    );
    return [name, { ...service, mounts }];
  });
  return { ...stack, services: Object.fromEntries(services) };
}

function hostPath(source: string, folder: string): string {
  if (source === '~' || source.startsWith('~/')) return resolve(homedir(), source.slice(2));
  // Left as it is written: a path with "..", wherever it leads, is one for the policy to see.
  return source.startsWith('.') ? resolve(folder, source) : source;
}

/** Null where this machine has no such path: the engine's may. */
function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
