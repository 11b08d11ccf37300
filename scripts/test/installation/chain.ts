import { randomBytes } from 'node:crypto';
import { Refusal } from '../../lib/fail.mjs';
import { type ApiClient, apiClient, signIn } from '../../sample/api-client';
import { ensureDeployed, ensureRun, followDeployment, modelReady, readEnvironment } from '../../sample/chain';
import { realRow } from '../../sample/real-row';

/** The project of this test. */
export const SLUG = 'installation-test';

/** Makes the first admin with the link that `prepare` printed, and signs in. */
export async function firstAdmin(url: string, prepareLog: string): Promise<ApiClient> {
  const token = /\/set-up\/([\w-]+)/.exec(prepareLog)?.[1];
  if (!token) throw new Refusal(`The log of prepare has no set-up link:\n${prepareLog}`);
  const account = {
    email: 'admin@jalon.example',
    name: 'Administrator',
    password: randomBytes(12).toString('base64url'),
  };
  await apiClient(url, '').session.completeSetup.mutate({ token, ...account, locale: 'en' });
  return apiClient(url, await signIn(url, account.email, account.password));
}

/** A use case and its project, begun as the sample of the installation. */
export async function openSampleProject(api: ApiClient, modelPort: number): Promise<void> {
  const useCase = await api.useCase.create.mutate({
    title: 'Consumer credit scoring',
    businessUnit: 'Retail credit',
    benefitType: 'COST_REDUCTION',
  });
  await api.project.create.mutate({
    useCaseId: useCase.id,
    name: 'Consumer credit scoring',
    slug: SLUG,
    start: { kind: 'SAMPLE' },
  });
  const { environment } = await readEnvironment(api, SLUG);
  const value = String(modelPort);
  await api.variable.set.mutate({ environmentId: environment.id, name: 'MODEL_PORT', value, secret: false });
}

/** Deploys it; gives what it took. */
export async function deploy(api: ApiClient, onLine: (line: string) => void): Promise<string> {
  const { deployment } = await ensureDeployed(api, SLUG, onLine);
  return `deployment ${deployment.number} ${deployment.status}`;
}

/** Trains, then asks for a prediction through the gateway, as a page does. */
export async function trainAndPredict(
  api: ApiClient,
  modelPort: number,
  onLine: (line: string) => void,
): Promise<string> {
  const { project, environment } = await readEnvironment(api, SLUG);
  await ensureRun(api, { id: project.id, environmentId: environment.id }, 'train', onLine);
  await modelReady(`http://127.0.0.1:${modelPort}`);
  const schema = await api.model.schema.query({ environmentId: environment.id });
  const row = realRow(schema.input);
  const { output } = await api.model.predict.mutate({ environmentId: environment.id, input: row.input });
  return JSON.stringify(output);
}

/** Removes the stack, so that nothing of it is left but volumes. */
export async function removeStack(api: ApiClient, onLine: (line: string) => void): Promise<string> {
  const { environment } = await readEnvironment(api, SLUG);
  const { id } = await api.deployment.request.mutate({ environmentId: environment.id, action: 'REMOVE' });
  await followDeployment(api, id, onLine);
  return environment.id;
}
