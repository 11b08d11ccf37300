import { type DesiredService, DomainError, LABELS } from '@jalon/contracts';
import { NETWORKS_LABEL } from '@jalon/reconciler';
import { createContainer } from '../client/create-container';
import { hasCode } from '../client/error-kind';
import { inspectContainer } from '../client/inspect';
import type { Execution } from '../execute/execution';
import { containerBody, readNetworksLabel } from './container-body';
import { connectAll } from './network';
import { putFiles } from './put-files';

/** Creates a service's container with all its networks, or finds the one that an earlier attempt at this operation made. */
export async function createServiceContainer(
  execution: Execution,
  desired: DesiredService,
  name: string,
  operation: string,
): Promise<void> {
  const { client, signal, allNetworksAtOnce } = execution;
  const body = containerBody(desired.container, {
    name,
    image: desired.image,
    labels: { [LABELS.operation]: operation },
    allNetworksAtOnce,
  });
  const id = await createOrFind(execution, body, desired, operation);
  const rest = readNetworksLabel(body.Labels?.[NETWORKS_LABEL]);
  if (!allNetworksAtOnce) await connectAll(client, id, rest, { signal });
  await putFiles(client, id, desired.container.files, { signal });
  const declared = desired.container.healthcheck;
  const declaresHealth = declared && declared.test.length > 0 ? declared.test[0] !== 'NONE' : null;
  execution.made.set(name, { id, image: desired.image, declaresHealth });
}

async function createOrFind(
  { client, signal }: Execution,
  body: ReturnType<typeof containerBody>,
  desired: DesiredService,
  operation: string,
): Promise<string> {
  try {
    return await createContainer(client, body, { signal });
  } catch (error) {
    if (!hasCode(error, 'CONFLICT') || !body.name) throw error;
    const found = await inspectContainer(client, body.name, { signal });
    const labels = found.Config.Labels;
    if (labels[LABELS.operation] === operation && labels[LABELS.configHash] === desired.configHash)
      return found.Id;
    throw new DomainError(
      'CONFLICT',
      `There is already a container “${body.name}” on the host that this deployment did not make. Remove or rename it.`,
      [],
      { cause: error },
    );
  }
}
