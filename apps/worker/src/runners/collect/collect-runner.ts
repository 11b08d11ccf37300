import { listRunningServices, recordUsage } from '@jalon/core/observation';
import type { StatsSampler } from '@jalon/docker';
import type { WorkerTools } from '../../tools';

export interface CollectRunner {
  /** Reads what every running service uses; one look at a time. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

/** Collects CPU and memory of running services. */
export function createCollectRunner({ context, engines }: WorkerTools): CollectRunner {
  const samplers = new Map<string, StatsSampler>();
  let underWay: Promise<void> | null = null;

  const samplerOf = (endpoint: string): StatsSampler => {
    const known = samplers.get(endpoint) ?? engines.get(endpoint).statsSampler();
    samplers.set(endpoint, known);
    return known;
  };
  const collect = async (): Promise<void> => {
    for (const [endpoint, services] of await listRunningServices(context)) {
      const usages = await samplerOf(endpoint).sample(services.flatMap(({ containerIds }) => containerIds));
      const readings = new Map(usages.map(({ containerId, ...reading }) => [containerId, reading]));
      await recordUsage(context, services, readings);
    }
  };
  return {
    sweep() {
      underWay ??= collect().finally(() => {
        underWay = null;
      });
      return underWay;
    },
    async close() {
      await underWay?.catch(() => undefined);
      for (const sampler of samplers.values()) sampler.close();
    },
  };
}
