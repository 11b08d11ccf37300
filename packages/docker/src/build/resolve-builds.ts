import type { BuildModel } from '@jalon/contracts';
import type { DockerClient } from '../client/client';
import { orNull } from '../client/error-kind';
import { inspectImage } from '../client/inspect';
import { type BuildSettings, type ResolveOptions, resolveBuild } from './resolve-build';

/** The image of a built service. */
export interface BuiltImage {
  /** `jalon/<project>-<service>:<hash>`; the same content gives the same tag. */
  image: string;
  /** Whether the engine has it, so that nothing need be built. */
  exists: boolean;
}

/**
 * Tags of all services that are built, before anything is planned. Services without `build` are left out.
 * Throws VALIDATION, NOT_FOUND or IMAGE_NOT_FOUND with the service in the details' path.
 */
export async function resolveBuilds(
  client: DockerClient,
  settings: BuildSettings,
  project: string,
  services: Record<string, { build: BuildModel | null }>,
  options: ResolveOptions = {},
): Promise<Record<string, BuiltImage>> {
  const resolved: Record<string, BuiltImage> = {};
  for (const [service, { build }] of Object.entries(services)) {
    if (!build) continue;
    const repository = `jalon/${project}-${service}`.toLowerCase();
    const { image } = await resolveBuild(client, settings, repository, build, options);
    const exists = (await orNull(inspectImage(client, image, options))) !== null;
    resolved[service] = { image, exists };
  }
  return resolved;
}
