import type { ModelHealth, ModelTargetInput, Principal } from '@jalon/contracts';
import type { DeliveryContext } from '../project/delivery-context';
import { requireEnvironment } from '../project/project-access';
import { findModel, modelUrl } from './model-address';
import type { ModelClient } from './model-client';
import { objectOf } from './read-answer';

/**
 * Whether the model is ready, in its own words. Authorized by the API (`project:read`).
 *
 * @throws DomainError NOT_FOUND · CONFLICT when no model is deployed · MODEL_UNREACHABLE
 */
export async function getModelHealth(
  context: DeliveryContext,
  models: ModelClient,
  principal: Principal,
  input: ModelTargetInput,
): Promise<ModelHealth> {
  const environment = await requireEnvironment(context.db, principal, input.environmentId, 'read');
  const address = await findModel(context.db, environment);
  const answer = await models.get(address, '/health');
  const body = objectOf(answer.body);
  const version = objectOf(body.model).version;
  const ready = answer.status === 200 && (body.status === undefined || body.status === 'ready');
  const reason = body.reason ?? objectOf(body.error).message;
  return {
    service: address.service,
    ready,
    reason: ready ? null : typeof reason === 'string' ? reason : `It answered ${answer.status}.`,
    version: typeof version === 'string' ? version : null,
    url: modelUrl(context.gatewayUrl, address),
  };
}
