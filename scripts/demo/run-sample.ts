import { Refusal } from '../lib/fail.mjs';
import { step } from '../lib/steps.mjs';
import { type ApiClient, apiClient, signIn } from '../sample/api-client';
import { ensureDeployed, ensureRun, modelReady, readEnvironment } from '../sample/chain';
import type { LoadedSample } from '../sample/load';
import type { SamplePeople } from '../sample/people';
import { realRow } from '../sample/real-row';
import type { DemoResult } from './result';

export interface RunSampleInput {
  url: string;
  people: SamplePeople;
  sample: LoadedSample;
  modelPort: number;
}

/** Drives the sample through the same API that a browser uses: deploy, train, predict, score, measure. */
export async function runSample({ url, people, sample, modelPort }: RunSampleInput): Promise<DemoResult> {
  const { engineer, admin } = people;
  const api = apiClient(url, await signIn(url, engineer.email, engineer.password));
  const { slug, environmentId, id } = sample.project;
  const target = { id, environmentId };
  const modelUrl = `http://localhost:${modelPort}`;

  const { deployment } = await step('Deployment of Consumer credit scoring', async (onLine) => {
    const result = await ensureDeployed(api, slug, onLine);
    return { ...result, note: result.changed ? `deployment ${result.deployment.number}` : 'runs already' };
  });
  const training = await step('Training on 4,454 applications', async (onLine) => {
    const result = await ensureRun(api, target, 'train', onLine);
    return { ...result, note: `AUC ${auc(result.run.result?.metrics).toFixed(3)} on held-out rows` };
  });
  const prediction = await step('Prediction for a real application', async () => {
    await modelReady(modelUrl);
    return predict(api, environmentId);
  });
  await step('Scoring of the held-out applications', async (onLine) => {
    const { run } = await ensureRun(api, target, 'score', onLine);
    return { note: run.result?.summary ?? undefined };
  });

  const useCase = await api.useCase.get.query({ number: sample.portfolio.useCaseNumber });
  const kpi = (await api.kpi.list.query({ useCaseId: useCase.id })).find(
    ({ id: kpiId }) => kpiId === sample.portfolio.kpiId,
  );
  if (!useCase.range || !kpi?.last)
    throw new Refusal('The scoring run left no KPI sample behind: see its log in the project.');
  const { environment } = await readEnvironment(api, slug);
  const metrics = training.run.result?.metrics ?? {};
  return {
    url,
    login: { email: admin.email, password: admin.password },
    people: Object.values(people).map(({ email, password, role, name }) => ({ email, password, role, name })),
    modelUrl,
    services: Object.fromEntries(environment.addresses.map((address) => [address.service, address.url])),
    useCase: {
      reference: `UC-${useCase.number}`,
      title: useCase.title,
      stage: useCase.stage.key,
      expectedEbitda: Number(useCase.range.expected),
      range: {
        low: Number(useCase.range.low),
        likely: Number(useCase.range.likely),
        high: Number(useCase.range.high),
      },
      currency: useCase.range.currency,
    },
    deployment: { number: deployment.number, status: deployment.status, revision: deployment.revision },
    model: { ...metrics, auc: auc(metrics) },
    prediction,
    kpi: {
      name: kpi.name,
      unit: kpi.unit,
      value: Number(kpi.last.value),
      target: Number(kpi.target),
      baseline: Number(kpi.baseline),
      state: kpi.state,
      valueAtLast: kpi.valueAtLast === null ? null : Number(kpi.valueAtLast),
      currency: kpi.currency,
    },
  };
}

async function predict(api: ApiClient, environmentId: string): Promise<DemoResult['prediction']> {
  const schema = await api.model.schema.query({ environmentId });
  const row = realRow(schema.input);
  const { output, latencyMs } = await api.model.predict.mutate({ environmentId, input: row.input });
  return { ...row, output, latencyMs };
}

function auc(metrics: Record<string, number> | undefined): number {
  const value = metrics?.auc ?? metrics?.roc_auc;
  if (value === undefined) throw new Refusal(`The training run reported no AUC: ${JSON.stringify(metrics)}`);
  return value;
}
