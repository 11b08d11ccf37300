import { LABELS } from '@jalon/contracts';
import type { ResolvedBuild } from './resolve-build';

/** What the commands of a Dockerfile may take of the host; they are as little ours as a service is. */
const LIMITS = { memory: 4 * 1024 ** 3, memswap: 4 * 1024 ** 3, cpuperiod: 100_000, cpuquota: 200_000 };

/** Query of `POST /build`. */
export function buildQuery({ image, build, args }: Pick<ResolvedBuild, 'image' | 'build' | 'args'>) {
  return {
    t: image,
    dockerfile: build.dockerfile,
    buildargs: args,
    labels: { [LABELS.managed]: 'true' },
    ...LIMITS,
    rm: true,
    forcerm: true,
    ...(build.target ? { target: build.target } : {}),
  };
}
