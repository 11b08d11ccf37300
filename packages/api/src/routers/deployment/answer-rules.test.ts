import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DeliveryHarness, deliveryHarness, makeProject } from '../../testing/delivery-harness';

let harness: DeliveryHarness;
beforeAll(async () => {
  harness = await deliveryHarness();
});
afterAll(() => harness.close());

it('holds a deployment against the gate and its answers, and says whose they are', async () => {
  const engineer = await harness.person('ENGINEER');
  const admin = await harness.person('ADMIN');
  const project = await makeProject(harness, engineer);
  const caller = harness.callerOf(engineer);
  const { version } = await caller.stack.get({ projectId: project.id });
  const { hostId } = await harness.db.environment.findUniqueOrThrow({
    where: { id: project.environmentId },
    select: { hostId: true },
  });
  const { id: environmentId } = await harness.db.environment.create({
    data: { projectId: project.id, hostId, kind: 'PRODUCTION', slug: 'live' },
    select: { id: true },
  });
  const rulesOf = async (id: string) => (await caller.stack.preview({ environmentId: id })).refusals;

  // A sandbox needs no gate; production needs the go.
  expect(await rulesOf(project.environmentId)).toEqual([]);
  expect(await rulesOf(environmentId)).toMatchObject([{ rule: 'gate-passed' }]);
  await expect(caller.deployment.deploy({ environmentId, stackVersion: version })).rejects.toThrow(
    /needs the go/,
  );
  const stageOf = async (key: string) =>
    (await harness.db.stage.findUniqueOrThrow({ where: { key }, select: { id: true } })).id;
  const { useCaseId } = project;
  await harness.db.useCase.update({
    where: { id: useCaseId },
    data: { stageId: await stageOf('production') },
  });
  expect(await rulesOf(environmentId)).toEqual([]);

  // An answer given in a review counts from then on, everywhere.
  await harness.db.useCase.update({
    where: { id: useCaseId },
    data: { stageId: await stageOf('packaging') },
  });
  const owner = harness.callerOf(project.owner);
  await owner.gate.request({ useCaseId, version: 1 });
  await owner.gate.answer({ useCaseId, itemKey: 'data-classified', value: 'RESTRICTED' });
  expect(await rulesOf(project.environmentId)).toEqual([]);
  const hosts = await harness
    .callerOf(admin)
    .host.classify({ hostId, infrastructure: null, maxClassification: 'INTERNAL' });
  expect(hosts.find(({ id }) => id === hostId)).toMatchObject({ maxClassification: 'INTERNAL' });
  const [refusal] = await rulesOf(project.environmentId);
  expect(refusal?.rule).toBe('data-classification');
  expect(refusal?.message).toContain('“Restricted” at the gate Packaging & preparing → Production');
  expect(refusal?.message).toContain('BUSINESS of a test, who owns UC-');
  const classify = caller.host.classify({ hostId, infrastructure: null, maxClassification: 'RESTRICTED' });
  await expect(classify).rejects.toMatchObject({ data: { code: 'FORBIDDEN' } });
});
