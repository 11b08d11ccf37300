import type { TestEnvironment } from '@jalon/db/testing';
import type { Scene } from '../scene';
import { VERSION_PORT } from './stacks/stack';

/** What a service answers: the version of the configuration that serves; null when nothing answers. */
export async function servedVersion(
  { host }: Scene,
  { projectSlug, environmentSlug }: TestEnvironment,
  service: string,
): Promise<string | null> {
  try {
    const name = `${projectSlug}-${environmentSlug}-${service}-1`;
    const { NetworkSettings } = await host.docker.getContainer(name).inspect();
    const [network] = Object.values(NetworkSettings.Networks);
    if (!network?.IPAddress) return null;
    const url = `http://${network.IPAddress}:${VERSION_PORT}/version`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(500) });
    return answer.ok ? (await answer.text()).trim() : null;
  } catch {
    // Not there, not up, or on its way: it does not serve.
    return null;
  }
}
