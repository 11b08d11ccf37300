import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Principal } from '@jalon/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codeOf,
  type DeliveryHarness,
  deliveryHarness,
  makeProject,
  markDeployed,
} from '../../testing/delivery-harness';

/** A gateway with a model behind it that speaks the model contract, and says what it was asked with. */
const asked: { path: string; authorization: string; body: string }[] = [];
const gateway: Server = createServer(async (request, response) => {
  const path = request.url ?? '';
  const body = await readBody(request);
  asked.push({ path, authorization: request.headers.authorization ?? '', body });
  const [status, answer] = respond(path.slice(path.lastIndexOf('/')), body);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
});

function respond(endpoint: string, body: string): [number, unknown] {
  if (endpoint === '/health')
    return [503, { status: 'not-ready', reason: 'No model yet: run the training.' }];
  if (endpoint === '/schema') return [200, { input: { type: 'object' }, output: { type: 'object' } }];
  if (JSON.parse(body).Age === 200)
    return [500, { error: { code: 'PREDICTION_FAILED', message: 'It broke.' } }];
  if ('Age' in JSON.parse(body)) return [200, { probability: 0.25 }];
  const fields = [{ field: 'Age', message: 'is required' }];
  return [422, { error: { code: 'INVALID_INPUT', message: 'Age is required.', fields } }];
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

let harness: DeliveryHarness;
let engineer: Principal;
let place: { slug: string; environmentId: string; id: string };

beforeAll(async () => {
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  const { port } = gateway.address() as AddressInfo;
  harness = await deliveryHarness({ gatewayUrl: `http://127.0.0.1:${port}` });
  engineer = await harness.person('ENGINEER');
  place = await makeProject(harness, engineer);
});
afterAll(async () => {
  await new Promise((resolve) => gateway.close(resolve));
  await harness.close();
});

describe('a model that is not deployed', () => {
  it('says so instead of asking anybody', async () => {
    const caller = harness.callerOf(engineer);
    expect(await codeOf(caller.model.health(place))).toBe('CONFLICT');
    expect(asked).toEqual([]);
  });
});

describe('a deployed model', () => {
  beforeAll(async () => {
    const caller = harness.callerOf(engineer);
    const { version } = await caller.stack.get({ projectId: place.id });
    await caller.deployment.deploy({ environmentId: place.environmentId, stackVersion: version });
    await markDeployed(harness, place.environmentId);
  });

  it('is asked through the gateway under the key of this installation', async () => {
    const { environmentId } = place;
    const answer = await harness.callerOf(engineer).model.predict({ environmentId, input: { Age: 30 } });
    expect(answer.output).toEqual({ probability: 0.25 });
    expect(answer.latencyMs).toBeGreaterThan(0);
    expect(asked.at(-1)).toEqual({
      path: `/s/${place.slug}/sandbox/model/predict`,
      authorization: `Bearer ${harness.keys.gateway.toString('hex')}`,
      body: '{"Age":30}',
    });
  });

  it('names the field that it refused', async () => {
    const call = harness.callerOf(engineer).model.predict({ environmentId: place.environmentId, input: {} });
    await expect(call).rejects.toMatchObject({
      data: { code: 'PREDICTION_INVALID', details: [{ path: 'Age', message: 'is required' }] },
    });
  });

  it('gives its schema, the public address and why it is not ready', async () => {
    const caller = harness.callerOf(engineer);
    const url = `http://gateway.test/s/${place.slug}/sandbox/model`;
    expect((await caller.model.schema(place)).predictUrl).toBe(`${url}/predict`);
    expect(await caller.model.health(place)).toMatchObject({
      ready: false,
      reason: 'No model yet: run the training.',
      url,
    });
  });

  it('is unreachable when it breaks or when nobody listens', async () => {
    const { environmentId } = place;
    const call = harness.callerOf(engineer).model.predict({ environmentId, input: { Age: 200 } });
    expect(await codeOf(call)).toBe('MODEL_UNREACHABLE');
  });
});

describe('model.versions', () => {
  it('lists metrics and what can be drawn, newest first', async () => {
    for (const number of [1, 2]) {
      const run = await harness.db.run.create({
        data: {
          environmentId: place.environmentId,
          number,
          service: 'train',
          job: 'train',
          status: 'SUCCEEDED',
        },
      });
      await harness.db.modelVersion.create({
        data: {
          projectId: place.id,
          number,
          runId: run.id,
          name: 'credit',
          image: 'model:1',
          artifact: '/data/processed/models/credit/1.joblib',
          sha256: 'aa',
          trainingData: { file: 'credit.csv', sha256: 'bb', rows: 3340 },
          metrics: { auc: number / 4 },
          report: { confusion: { truePositive: 1, falsePositive: 2, falseNegative: 3, trueNegative: 4 } },
        },
      });
    }
    const versions = await harness.callerOf(engineer).model.versions({ projectId: place.id });
    expect(versions.map((version) => version.number)).toEqual([2, 1]);
    expect(versions[0]?.metrics).toEqual({ auc: 0.5 });
    expect(versions[0]?.evaluation.confusion?.counts).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });
});
