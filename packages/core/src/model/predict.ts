import type { PredictInput, Prediction, Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { requireEnvironment } from '../project/project-access';
import { findModel } from './model-address';
import type { ModelClient } from './model-client';
import { objectOf, predictionError } from './read-answer';

/**
 * Asks the model of an environment for one prediction. Authorized by the API (`model:predict`).
 *
 * @throws DomainError NOT_FOUND · CONFLICT when no model is deployed · PREDICTION_INVALID with the fields that are
 *   wrong · MODEL_UNREACHABLE
 */
export async function predict(
  context: CoreContext,
  models: ModelClient,
  principal: Principal,
  input: PredictInput,
): Promise<Prediction> {
  const environment = await requireEnvironment(context.db, principal, input.environmentId, 'read');
  const address = await findModel(context.db, environment);
  const answer = await models.predict(address, input.input);
  if (answer.status !== 200) throw predictionError(answer);
  return { output: objectOf(answer.body), latencyMs: answer.latencyMs };
}
