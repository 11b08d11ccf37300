import { isDomainError } from '@jalon/contracts';
import type { DockerEngine } from '@jalon/docker';
import type { WorkerTools } from '../tools';
import { isEngineAway } from './engine-away';

/** How often a gateway that is a container is put on its networks again: it loses them when it is made anew. */
const REJOIN_MS = 60_000;

/**
 * A gateway that is a container itself reaches a service only on a network that both are on. One that is not there is
 * no reason for a deployment to fail: the stack runs, and the gateway joins when it is back.
 */
export async function joinGateway(
  { gatewayContainer, context }: WorkerTools,
  engine: DockerEngine,
  networks: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  if (!gatewayContainer) return;
  for (const network of networks) {
    try {
      await engine.connectNetwork(gatewayContainer, network, { signal });
    } catch (error) {
      if (!isDomainError(error) || isEngineAway(error) || error.code === 'CANCELLED') throw error;
      context.logger.warn({ err: error, network }, 'the gateway could not join');
    }
  }
}

/** Says when an environment's networks are to be joined again. */
export interface GatewayRota {
  isDue(environmentId: string): boolean;
}

export function createGatewayRota(): GatewayRota {
  const joinedAt = new Map<string, number>();
  return {
    isDue(environmentId) {
      const now = performance.now();
      const last = joinedAt.get(environmentId);
      if (last !== undefined && now - last < REJOIN_MS) return false;
      joinedAt.set(environmentId, now);
      return true;
    },
  };
}
