import {
  listWatchedEnvironments,
  listWatchedHosts,
  recordHostReachable,
  recordHostUnreachable,
  type WatchedHost,
} from '@jalon/core/observation';
import { isEngineAway } from '../../engine/engine-away';
import { createGatewayRota } from '../../engine/join-gateway';
import { createKeyedQueue } from '../../queue/keyed-queue';
import type { WorkerTools } from '../../tools';
import { type EventFollower, followEvents } from './follow-events';
import { observeEnvironment } from './observe-environment';
import { createStackCache } from './stack-cache';

export interface ObserveRunner {
  /** Looks at every host and its environments. */
  sweep(): Promise<void>;
  /** Looks at one environment. */
  wake(environmentId: string): void;
  close(): Promise<void>;
}

/** Watches the hosts. An engine that is away is said to be away, and nothing on it is judged until it is back. */
export function createObserveRunner(tools: WorkerTools): ObserveRunner {
  const { context, engines } = tools;
  const stacks = createStackCache(tools.cipher);
  const gateway = createGatewayRota();
  const followers = new Map<string, EventFollower>();
  const hosts = new Map<string, WatchedHost>();

  const environmentQueue = createKeyedQueue({
    name: 'observe environment',
    logger: context.logger,
    handle: (environmentId) => lookAtEnvironment(environmentId),
  });
  const hostQueue = createKeyedQueue({
    name: 'observe host',
    logger: context.logger,
    handle: async (hostId) => {
      const host = hosts.get(hostId);
      if (host) await lookAtHost(host);
    },
  });

  async function lookAtHost(host: WatchedHost): Promise<void> {
    const engine = engines.get(host.endpoint);
    try {
      const { version } = await engine.ping();
      await recordHostReachable(context, host.id, version);
    } catch (error) {
      if (!isEngineAway(error)) throw error;
      await recordHostUnreachable(context, host.id, (error as Error).message);
      return;
    }
    followerOf(host).ensure();
    for (const { id } of await listWatchedEnvironments(context, { hostId: host.id }))
      environmentQueue.add(id);
  }

  async function lookAtEnvironment(environmentId: string): Promise<void> {
    const [environment] = await listWatchedEnvironments(context, { environmentId });
    const host = environment && hosts.get(environment.hostId);
    if (!host) return;
    try {
      await observeEnvironment(tools, stacks, host, environment, gateway);
    } catch (error) {
      if (!isEngineAway(error)) throw error;
      hostQueue.add(host.id);
    }
  }

  function followerOf(host: WatchedHost): EventFollower {
    const known = followers.get(host.endpoint);
    if (known) return known;
    const follower = followEvents(engines.get(host.endpoint), context.logger, environmentQueue.add);
    followers.set(host.endpoint, follower);
    return follower;
  }

  return {
    async sweep() {
      const found = await listWatchedHosts(context);
      hosts.clear();
      for (const host of found) {
        hosts.set(host.id, host);
        hostQueue.add(host.id);
      }
    },
    wake: (environmentId) => environmentQueue.add(environmentId),
    async close() {
      for (const follower of followers.values()) follower.close();
      await Promise.all([hostQueue.close(), environmentQueue.close()]);
    },
  };
}
