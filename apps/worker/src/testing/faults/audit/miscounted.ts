import type { TestEngine } from '@jalon/docker/testing';

/**
 * Whether the engine refuses to remove a network that nobody is connected to: it counts an endpoint that is not there
 * (docs/decisions/0054). One that it does remove now had been forgotten.
 */
export async function isMiscounted(docker: TestEngine['docker'], name: string): Promise<boolean> {
  const network = docker.getNetwork(name);
  const { Containers } = await network.inspect();
  if (Object.keys(Containers ?? {}).length > 0) return false;
  try {
    await network.remove();
    return false;
  } catch (error) {
    if (error instanceof Error && /has active endpoints/i.test(error.message)) return true;
    throw error;
  }
}
