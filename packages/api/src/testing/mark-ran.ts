import { type DeliveryHarness, markDeployed } from './delivery-harness';

/** Id of an image as an engine gives it. */
export const imageId = (digit: string): string => `sha256:${digit.repeat(64)}`;

/** As the worker leaves an environment whose newest deployment succeeded: on its revision, images recorded. */
export async function markRan(
  harness: DeliveryHarness,
  environmentId: string,
  imageDigests: Record<string, string>,
): Promise<void> {
  await markDeployed(harness, environmentId);
  const { currentRevisionId } = await harness.db.environment.findUniqueOrThrow({
    where: { id: environmentId },
  });
  await harness.db.stackRevision.update({ where: { id: currentRevisionId ?? '' }, data: { imageDigests } });
}

/** As the worker leaves it when it found these images on the host, and nothing running. */
export async function markObserved(
  harness: DeliveryHarness,
  environmentId: string,
  images: Record<string, string>,
): Promise<void> {
  const now = harness.core.clock.now();
  const observed = {
    ...{ observedAt: now.toISOString(), engineVersion: '1', containers: [], networks: [], volumes: [] },
    ...{ images, portsInUse: {} },
  };
  await harness.db.environment.update({ where: { id: environmentId }, data: { observed, observedAt: now } });
}
