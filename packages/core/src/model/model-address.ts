import { DomainError } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import type { EnvironmentKey } from '../project/project-access';
import { servicePath } from '../route';
import { runningStack } from '../stack/running-stack';
import type { ModelAddress } from './model-client';

/**
 * Where the model of an environment answers: the exposed service of role `model` in the revision that runs.
 *
 * @throws DomainError CONFLICT when nothing is deployed or the stack opens no model
 */
export async function findModel(db: Db, environment: EnvironmentKey): Promise<ModelAddress> {
  const stack = await runningStack(db, environment.id);
  if (!stack) throw new DomainError('CONFLICT', 'No model runs here yet. Deploy the stack first.');
  const model = Object.values(stack.services).find(
    (service) => service.jalon.role === 'model' && service.jalon.expose,
  );
  if (!model) {
    throw new DomainError(
      'CONFLICT',
      'No service of the stack is an exposed model. Give one x-jalon: { role: model, expose: { port: 8000, basePath: strip } }.',
    );
  }
  return { project: environment.project.slug, environment: environment.slug, service: model.name };
}

/** The public address of a model, without a slash at its end. */
export function modelUrl(gatewayUrl: string, address: ModelAddress): string {
  return `${gatewayUrl}${servicePath(address.project, address.environment, address.service)}`.replace(
    /\/$/,
    '',
  );
}
