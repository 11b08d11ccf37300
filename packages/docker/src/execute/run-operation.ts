import type { Operation } from '@jalon/contracts';
import { removeContainer, renameContainer, stopContainer } from '../operations/container-state';
import { createServiceContainer } from '../operations/create-container';
import { createNetwork, removeNetwork } from '../operations/network';
import { startServiceContainer } from '../operations/start-container';
import { switchRoute } from '../operations/switch-route';
import { createVolume } from '../operations/volume';
import { pullImage } from '../pull';
import { waitCompleted } from '../wait/wait-completed';
import { waitHealthy } from '../wait/wait-healthy';
import { waitRunning } from '../wait/wait-running';
import type { Execution, StepProgress } from './execution';

/** Does one operation of a plan. Each kind may be done again after a crash with the same end. */
export function runOperation(
  execution: Execution,
  operation: Operation,
  report: (progress: StepProgress) => void,
): Promise<void> {
  const { client, signal } = execution;
  switch (operation.kind) {
    case 'BUILD_IMAGE':
      return execution.build(operation.image, operation.build, report);
    case 'PULL_IMAGE':
      return pullImage(client, operation.image, { signal, onProgress: report });
    case 'CREATE_NETWORK':
      return createNetwork(client, operation.network, operation.key, { signal });
    case 'REMOVE_NETWORK':
      return removeNetwork(client, operation.name, { signal, onProgress: report });
    case 'CREATE_VOLUME':
      return createVolume(client, operation.volume, operation.key, { signal });
    case 'CREATE_CONTAINER':
      return createServiceContainer(execution, operation.desired, operation.name, operation.key);
    case 'START_CONTAINER':
      return startServiceContainer(execution, operation.container);
    case 'STOP_CONTAINER':
      return stopContainer(client, operation.container, operation.timeoutMs, { signal });
    case 'RENAME_CONTAINER':
      return renameContainer(client, operation.container, operation.name, { signal });
    case 'REMOVE_CONTAINER':
      return removeContainer(client, operation.container, { signal });
    case 'SWITCH_ROUTE':
      return switchRoute(execution, operation.container, operation.drainMs);
    case 'WAIT_HEALTHY':
      return waitHealthy(execution, operation.container, operation.service, operation.deadlineMs);
    case 'WAIT_RUNNING':
      return waitRunning(execution, operation.container, operation.service, operation);
    case 'WAIT_COMPLETED':
      return waitCompleted(execution, operation.container, operation.service, operation.deadlineMs);
  }
}
