import type { ModelSchema, ModelTargetInput, Principal } from '@jalon/contracts';
import type { DeliveryContext } from '../project/delivery-context';
import { requireEnvironment } from '../project/project-access';
import { findModel, modelUrl } from './model-address';
import type { ModelClient } from './model-client';
import { objectOf, predictionError } from './read-answer';

/**
 * The JSON Schema of the model's input and output. Authorized by the API (`model:predict`).
 *
 * @throws DomainError NOT_FOUND · CONFLICT when no model is deployed · MODEL_UNREACHABLE
 */
export async function getModelSchema(
  context: DeliveryContext,
  models: ModelClient,
  principal: Principal,
  input: ModelTargetInput,
): Promise<ModelSchema> {
  const environment = await requireEnvironment(context.db, principal, input.environmentId, 'read');
  const address = await findModel(context.db, environment);
  const answer = await models.get(address, '/schema');
  if (answer.status !== 200) throw predictionError(answer);
  const body = objectOf(answer.body);
  return {
    input: objectOf(body.input),
    output: objectOf(body.output),
    predictUrl: `${modelUrl(context.gatewayUrl, address)}/predict`,
  };
}
