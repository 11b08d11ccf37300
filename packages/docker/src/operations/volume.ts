import { type DesiredVolume, DomainError, LABELS } from '@jalon/contracts';
import type Docker from 'dockerode';
import type { CallOptions, DockerClient } from '../client/client';
import { dial } from '../client/dial';
import { orNull } from '../client/error-kind';
import { volumeBody } from './resource-bodies';

/** Creates a volume, or finds the one that is there. CONFLICT when the name is somebody else's; NOT_FOUND for an external one that is missing. */
export async function createVolume(
  client: DockerClient,
  volume: DesiredVolume,
  operation: string,
  options: CallOptions,
): Promise<void> {
  if (volume.external) {
    await client.call(
      `find volume ${volume.name}`,
      (docker) => docker.getVolume(volume.name).inspect(),
      options,
    );
    return;
  }
  const body = volumeBody(volume, operation);
  // The daemon answers with the volume that is there, whoever made it; dockerode keeps only its name.
  const made = await client.call(
    `create volume ${volume.name}`,
    (docker, abortSignal) =>
      dial<Docker.VolumeInspectInfo>(docker, { method: 'POST', path: '/volumes/create', body, abortSignal }),
    options,
  );
  if (made.Labels?.[LABELS.environmentId] === volume.labels[LABELS.environmentId]) return;
  throw new DomainError(
    'CONFLICT',
    `There is already a volume “${volume.name}” on the host that Jalon did not make for this environment. Declare it as external to use it.`,
  );
}

/**
 * Removes a volume and what is in it, for good; gone is good. CONFLICT when it is not this environment's, or a container
 * holds it.
 */
export async function removeVolume(
  client: DockerClient,
  name: string,
  environmentId: string,
  options: CallOptions = {},
): Promise<void> {
  const found = await orNull(
    client.call(
      `find volume ${name}`,
      (docker, abortSignal) => docker.getVolume(name).inspect({ abortSignal }),
      options,
    ),
  );
  if (!found) return;
  if (found.Labels?.[LABELS.environmentId] !== environmentId) {
    throw new DomainError('CONFLICT', `The volume “${name}” belongs to somebody else. It was left as it is.`);
  }
  await orNull(
    client.call(
      `remove volume ${name}`,
      (docker, abortSignal) => docker.getVolume(name).remove({ abortSignal }),
      options,
    ),
  );
}
