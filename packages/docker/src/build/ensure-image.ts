import { DomainError } from '@jalon/contracts';
import type { DockerClient } from '../client/client';
import { orNull } from '../client/error-kind';
import { inspectImage } from '../client/inspect';
import type { BuildSource } from '../execute/execution';
import { splitReference } from '../observe/image-reference';
import { type PullOptions, pullImage } from '../pull';
import { buildImage } from './build-image';
import { type BuildSettings, resolveBuild } from './resolve-build';

/** Builds or pulls an image that is not on the engine. Throws CONFLICT when the files no longer make the planned image. */
export async function ensureImage(
  client: DockerClient,
  settings: BuildSettings,
  image: string,
  build: BuildSource | null,
  options: PullOptions = {},
): Promise<void> {
  if (await orNull(inspectImage(client, image, { signal: options.signal }))) return;
  if (!build) return pullImage(client, image, options);
  const resolved = await resolveBuild(client, settings, splitReference(image).name, build, options);
  if (resolved.image !== image) throw changedSincePlanned(image, resolved.image);
  await buildImage(client, resolved, options);
}

/** The content of a build is part of its tag: another tag means other files than those that were reviewed. */
export function changedSincePlanned(planned: string, now: string): DomainError {
  return new DomainError(
    'CONFLICT',
    `The files of this build have changed since the plan was made (${planned} is now ${now}). Deploy again to build what is there now.`,
  );
}
