import type { Plan } from '@jalon/contracts';
import { buildImage } from '../build/build-image';
import { changedSincePlanned } from '../build/ensure-image';
import { type BuildSettings, resolveBuild } from '../build/resolve-build';
import { inspectImage } from '../client/inspect';
import { splitReference } from '../observe/image-reference';
import { ContainerWatch } from '../wait/container-watch';
import type { Execution } from './execution';

export interface EngineParts {
  client: Execution['client'];
  logger: Execution['logger'];
  allNetworksAtOnce: boolean;
  lookEveryMs: number;
}

/** What all operations of one execution share: the events subscription, what is known of images, the builds under way. */
export async function prepareExecution(
  plan: Plan,
  parts: EngineParts,
  builds: BuildSettings,
  signal: AbortSignal | undefined,
): Promise<{ common: Omit<Execution, 'signal' | 'switchRoute'>; close: () => void }> {
  const { client } = parts;
  const waits = plan.operations.some((operation) => operation.kind.startsWith('WAIT_'));
  const closing = new AbortController();
  const life = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
  const watch = waits ? await ContainerWatch.open(client, life) : ContainerWatch.closed();
  const healthchecks = new Map<string, Promise<boolean>>();
  const underWay = new Map<string, Promise<void>>();

  const imageHasHealthcheck = (image: string): Promise<boolean> => {
    const known = healthchecks.get(image) ?? inspectImage(client, image).then(bringsHealthcheck);
    healthchecks.set(image, known);
    return known;
  };

  const build: Execution['build'] = async (image, source, report) => {
    const resolved = await resolveBuild(client, builds, splitReference(image).name, source, { signal });
    if (resolved.image !== image) throw changedSincePlanned(image, resolved.image);
    const run = (): Promise<void> => buildImage(client, resolved, { signal: life, onProgress: report });
    const base = resolved.base?.image;
    if (!base) return run();
    // Two services on one base: the second waits for the first to have made it.
    const turn = (underWay.get(base) ?? Promise.resolve()).catch(() => undefined).then(run);
    underWay.set(base, turn);
    return turn;
  };

  const common = { ...parts, made: new Map(), watch, build, imageHasHealthcheck };
  return { common, close: () => closing.abort() };
}

function bringsHealthcheck(image: Awaited<ReturnType<typeof inspectImage>>): boolean {
  const test = image.Config?.Healthcheck?.Test ?? [];
  return test.length > 0 && test[0] !== 'NONE';
}
