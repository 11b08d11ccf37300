import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, type DeliveryHarness, deliveryHarness, makeProject } from '../../testing/delivery-harness';

let harness: DeliveryHarness;
beforeAll(async () => {
  harness = await deliveryHarness();
});
afterAll(() => harness.close());

describe('project.create', () => {
  it('opens the sample with one sandbox, its Compose file and generated secrets', async () => {
    const engineer = await harness.person('ENGINEER');
    const owner = await harness.person('BUSINESS');
    const useCaseId = await harness.useCase(owner.userId);
    const caller = harness.callerOf(engineer);
    const { slug, environmentId } = await caller.project.create({
      useCaseId,
      name: 'Consumer credit',
      slug: 'consumer-credit',
      start: { kind: 'SAMPLE' },
    });
    const project = await caller.project.get({ slug });
    expect(project.writable).toBe(true);
    expect(project.members.map((member) => member.userId)).toEqual([engineer.userId]);
    expect(project.environments).toHaveLength(1);
    expect(project.environments[0]).toMatchObject({
      slug: 'sandbox',
      kind: 'SANDBOX',
      state: 'NOT_DEPLOYED',
    });
    const stack = await caller.stack.get({ projectId: project.id });
    expect(stack.problems).toEqual([]);
    expect(stack.missingVariables).toEqual([]);
    expect(stack.drawing?.services.map((service) => service.name)).toContain('model');
    const { variables } = await caller.variable.list({ environmentId });
    expect(variables.map(({ name, secret }) => ({ name, secret }))).toEqual([
      { name: 'DATABASE_PASSWORD', secret: true },
      { name: 'MODEL_PORT', secret: false },
    ]);
    const events = await harness.db.auditEvent.findMany({ where: { projectId: project.id } });
    expect(events.map((event) => event.action)).toContain('project.created');
  });

  it('gives a second sample another port of the host', async () => {
    const engineer = await harness.person('ENGINEER');
    const ports: (string | null | undefined)[] = [];
    for (const slug of ['sample-a', 'sample-b']) {
      const useCaseId = await harness.useCase(engineer.userId);
      const { environmentId } = await harness
        .callerOf(engineer)
        .project.create({ useCaseId, name: slug, slug, start: { kind: 'SAMPLE' } });
      const { variables } = await harness.callerOf(engineer).variable.list({ environmentId });
      ports.push(variables.find((variable) => variable.name === 'MODEL_PORT')?.value);
    }
    expect(new Set(ports).size).toBe(2);
  });

  it('starts from the catalogue, entries merged and variables generated', async () => {
    const engineer = await harness.person('ENGINEER');
    const useCaseId = await harness.useCase(engineer.userId);
    const caller = harness.callerOf(engineer);
    const { id, environmentId } = await caller.project.create({
      useCaseId,
      name: 'From the catalogue',
      slug: 'from-catalogue',
      start: { kind: 'CATALOGUE', technologies: ['python-model', 'postgresql'] },
    });
    const stack = await caller.stack.get({ projectId: id });
    expect(stack.drawing?.services.map((service) => service.name).sort()).toEqual([
      'database',
      'model',
      'train',
    ]);
    const { variables, missing } = await caller.variable.list({ environmentId });
    expect(missing).toEqual([]);
    expect(variables.find((variable) => variable.name === 'DATABASE_PASSWORD')?.secret).toBe(true);
  });

  it('refuses a second project, a taken slug, a bad slug and a file that cannot be read', async () => {
    const engineer = await harness.person('ENGINEER');
    const first = await makeProject(harness, engineer);
    const caller = harness.callerOf(engineer);
    const again = {
      useCaseId: first.useCaseId,
      name: 'Again',
      slug: 'again',
      start: { kind: 'EMPTY' as const },
    };
    expect(await codeOf(caller.project.create(again))).toBe('CONFLICT');
    const useCaseId = await harness.useCase(engineer.userId);
    expect(await codeOf(caller.project.create({ ...again, useCaseId, slug: first.slug }))).toBe('CONFLICT');
    expect(await codeOf(caller.project.create({ ...again, useCaseId, slug: 'Bad_Slug' }))).toBe('VALIDATION');
    const broken = { kind: 'COMPOSE' as const, composeText: 'services:\n  a: [' };
    const call = caller.project.create({ ...again, useCaseId, start: broken });
    await expect(call).rejects.toMatchObject({
      data: { code: 'COMPOSE_INVALID', details: [expect.objectContaining({ line: expect.any(Number) })] },
    });
    expect(await harness.db.project.count({ where: { useCaseId } })).toBe(0);
  });

  it('starts empty with a file that can be saved', async () => {
    const engineer = await harness.person('ENGINEER');
    const useCaseId = await harness.useCase(engineer.userId);
    const caller = harness.callerOf(engineer);
    const { id } = await caller.project.create({
      useCaseId,
      name: 'Empty',
      slug: 'empty-one',
      start: { kind: 'EMPTY' },
    });
    expect((await caller.stack.get({ projectId: id })).problems).toEqual([]);
  });
});

describe('who sees a project', () => {
  it('is its members, the owner of its use case and admins', async () => {
    const engineer = await harness.person('ENGINEER');
    const { slug, owner } = await makeProject(harness, engineer);
    const [stranger, otherOwner, admin] = [
      await harness.person('ENGINEER'),
      await harness.person('BUSINESS'),
      await harness.person('ADMIN'),
    ];
    const slugsOf = async (person: typeof stranger) =>
      (await harness.callerOf(person).project.list()).map((project) => project.slug);
    expect(await slugsOf(engineer)).toContain(slug);
    expect(await slugsOf(owner)).toContain(slug);
    expect(await slugsOf(admin)).toContain(slug);
    expect(await slugsOf(stranger)).not.toContain(slug);
    expect(await slugsOf(otherOwner)).not.toContain(slug);
    expect(await codeOf(harness.callerOf(stranger).project.get({ slug }))).toBe('NOT_FOUND');
    expect((await harness.callerOf(owner).project.get({ slug })).writable).toBe(false);
  });
});
