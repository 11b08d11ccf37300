import { randomBytes } from 'node:crypto';
import { DomainError, LABELS } from '@jalon/contracts';
import type { CallOptions, DockerClient } from '../client/client';
import { createContainer } from '../client/create-container';
import { orNull } from '../client/error-kind';
import { removeContainer } from '../operations/container-state';
import { HARDENED } from '../operations/hardening';
import { EMPTY_IMAGE, ensureEmptyImage } from './empty-image';

/** Where the volume is in a helper container. */
export const MOUNT_POINT = '/volume';
const HELPER_KIND = 'files';
/** A helper that is older than any transfer may take was left by a process that died. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/**
 * Gives `use` a container that mounts the volume and is never started, and removes it whatever happens.
 * Throws NOT_FOUND when the volume does not exist, FORBIDDEN when it is not one of ours.
 */
export async function withHelper<T>(
  client: DockerClient,
  volume: string,
  options: CallOptions,
  use: (container: string) => Promise<T>,
): Promise<T> {
  await requireOwnVolume(client, volume, options);
  await ensureEmptyImage(client, options);
  await removeAbandoned(client, options);
  const name = `jalon-files-${randomBytes(6).toString('hex')}`;
  const body = {
    name,
    Image: EMPTY_IMAGE,
    Cmd: ['never-started'],
    Labels: { [LABELS.managed]: 'true', [LABELS.kind]: HELPER_KIND },
    HostConfig: {
      ...HARDENED,
      NetworkMode: 'none',
      // The volume takes its owner from the first service that mounts it, not from this container.
      Mounts: [
        {
          Type: 'volume' as const,
          Source: volume,
          Target: MOUNT_POINT,
          VolumeOptions: { NoCopy: true } as never,
        },
      ],
    },
  };
  await createContainer(client, body, options);
  try {
    return await use(name);
  } finally {
    // Without the caller's signal: a cancelled upload must not leave its helper behind.
    await removeContainer(client, name);
  }
}

async function requireOwnVolume(client: DockerClient, volume: string, options: CallOptions): Promise<void> {
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/.test(volume)) throw noVolume(volume);
  const found = await orNull(
    client.call(
      `find volume ${volume}`,
      (docker, abortSignal) => docker.getVolume(volume).inspect({ abortSignal }),
      options,
    ),
  );
  if (!found) throw noVolume(volume);
  if (found.Labels?.[LABELS.managed] === 'true') return;
  throw new DomainError('FORBIDDEN', `Volume “${volume}” was not made by Jalon; its files are not shown.`);
}

async function removeAbandoned(client: DockerClient, options: CallOptions): Promise<void> {
  const filters = { label: [`${LABELS.managed}=true`, `${LABELS.kind}=${HELPER_KIND}`] };
  const helpers = await client.call(
    'list containers',
    (docker, abortSignal) => docker.listContainers({ all: true, filters, abortSignal }),
    options,
  );
  const limit = Date.now() - ABANDONED_AFTER_MS;
  for (const helper of helpers) {
    if (helper.Created * 1000 < limit) await removeContainer(client, helper.Id);
  }
}

function noVolume(volume: string): DomainError {
  return new DomainError(
    'NOT_FOUND',
    `There is no volume “${volume}” yet. It is made when the stack is deployed.`,
  );
}
