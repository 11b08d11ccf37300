import { COMPOSE_LABELS } from '@jalon/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  type TestEngine,
  TestJournal,
  testEngine,
  testNetwork,
  testPlan,
  testTarget,
  testVolume,
} from '../testing';

let test: TestEngine;
let target = testTarget();

beforeAll(async () => {
  test = await testEngine();
});
beforeEach(async () => {
  target = testTarget();
  const plan = testPlan(
    { kind: 'CREATE_NETWORK', key: 'n', network: testNetwork(target, 'default') },
    { kind: 'CREATE_VOLUME', key: 'v', volume: testVolume(target, 'data') },
  );
  expect((await test.engine.execute(plan, { onStep: new TestJournal().onStep })).failure).toBeNull();
});
afterEach(() => test.cleanUp(target.environmentId));
afterAll(() => test.close());

const others = (environmentId: string) => test.engine.findOtherOwners(target.projectName, environmentId);

it('finds what another environment has under the same name, and nothing of its own', async () => {
  expect(await others(target.environmentId)).toEqual([]);
  expect(await others('another')).toEqual([
    { kind: 'network', name: `${target.projectName}_default`, environmentId: target.environmentId },
    { kind: 'volume', name: `${target.projectName}_data`, environmentId: target.environmentId },
  ]);
});

it('finds what Compose made without Jalon', async () => {
  const name = `${target.projectName}_other`;
  await test.docker.createVolume({ Name: name, Labels: { [COMPOSE_LABELS.project]: target.projectName } });
  expect(await others(target.environmentId)).toEqual([{ kind: 'volume', name, environmentId: null }]);
  await test.docker.getVolume(name).remove();
});

it('removes a volume for whoever it belongs to, once and again, and for nobody else', async () => {
  const name = `${target.projectName}_data`;
  await expect(test.engine.removeVolume(name, 'another')).rejects.toMatchObject({ code: 'CONFLICT' });
  await test.engine.removeVolume(name, target.environmentId);
  await test.engine.removeVolume(name, target.environmentId);
  const { Volumes } = await test.docker.listVolumes({ filters: { name: [name] } });
  expect(Volumes).toEqual([]);
});
