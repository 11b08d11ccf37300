import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codeOf,
  type DeliveryHarness,
  deliveryHarness,
  makeProject,
  SMALL_STACK,
} from '../../testing/delivery-harness';

let harness: DeliveryHarness;
beforeAll(async () => {
  harness = await deliveryHarness();
});
afterAll(() => harness.close());

async function setUp(composeText?: string) {
  const engineer = await harness.person('ENGINEER');
  const project = await makeProject(harness, engineer, composeText);
  return { caller: harness.callerOf(engineer), projectId: project.id, environmentId: project.environmentId };
}

describe('stack.save', () => {
  it('saves what can be read and moves the version on', async () => {
    const { caller, projectId } = await setUp();
    const { version } = await caller.stack.get({ projectId });
    const composeText = SMALL_STACK.replace('hello', 'bonjour');
    expect(await caller.stack.save({ projectId, composeText, version })).toEqual({ version: version + 1 });
    expect((await caller.stack.get({ projectId })).composeText).toBe(composeText);
  });

  it('refuses a file that cannot be read, with line and column, and keeps the last good one', async () => {
    const { caller, projectId } = await setUp();
    const { version } = await caller.stack.get({ projectId });
    const composeText = SMALL_STACK.replace('image: model:1', 'image: [1, 2]');
    await expect(caller.stack.save({ projectId, composeText, version })).rejects.toMatchObject({
      data: {
        code: 'COMPOSE_INVALID',
        details: [{ path: 'services.model.image', line: 3, column: expect.any(Number) }],
      },
    });
    expect((await caller.stack.get({ projectId })).composeText).toBe(SMALL_STACK);
  });

  it('refuses a save over somebody else’s', async () => {
    const { caller, projectId } = await setUp();
    const { version } = await caller.stack.get({ projectId });
    await caller.stack.save({ projectId, composeText: SMALL_STACK, version });
    expect(await codeOf(caller.stack.save({ projectId, composeText: SMALL_STACK, version }))).toBe(
      'STALE_VERSION',
    );
  });

  it('lets one of two saves at once through', async () => {
    const { caller, projectId } = await setUp();
    const { version } = await caller.stack.get({ projectId });
    const save = () => codeOf(caller.stack.save({ projectId, composeText: SMALL_STACK, version }));
    const codes = await Promise.all([save(), save(), save()]);
    expect(codes.map((code) => code ?? 'SAVED').sort()).toEqual(['SAVED', 'STALE_VERSION', 'STALE_VERSION']);
  });
});

describe('stack.check', () => {
  it('names errors and missing variables of a text that nobody saved', async () => {
    const { caller, projectId } = await setUp();
    const broken = await caller.stack.check({
      projectId,
      composeText: 'services:\n  a:\n    image: b\n    prots: []\n',
    });
    expect(broken.drawing).toBeNull();
    expect(broken.problems[0]).toMatchObject({ line: 4 });
    const needy = await caller.stack.check({
      projectId,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Compose's own syntax
      composeText: 'services:\n  a:\n    image: "b:${TAG:?which}"\n',
    });
    expect(needy.missingVariables).toEqual(['TAG']);
    expect(needy.problems).toEqual([]);
    expect(needy.drawing?.services[0]?.name).toBe('a');
  });
});

describe('stack.addTechnology', () => {
  it('adds the fragment, keeps comments, and makes the secret once', async () => {
    const { caller, projectId, environmentId } = await setUp();
    const composeText = `# ours\n${SMALL_STACK}`;
    const added = await caller.stack.addTechnology({ projectId, technology: 'postgresql', composeText });
    expect(added.composeText).toContain('# ours');
    expect(added.composeText).toContain('database:');
    expect(added.createdVariables).toEqual(['DATABASE_PASSWORD']);
    const before = await harness.db.variable.findFirstOrThrow({ where: { environmentId } });
    const again = await caller.stack.addTechnology({ projectId, technology: 'postgresql', composeText });
    expect(again.createdVariables).toEqual([]);
    const after = await harness.db.variable.findFirstOrThrow({ where: { environmentId } });
    expect(after.ciphertext).toBe(before.ciphertext);
  });

  it('says that an entry does not exist', async () => {
    const { caller, projectId } = await setUp();
    const call = caller.stack.addTechnology({ projectId, technology: 'nothing', composeText: SMALL_STACK });
    expect(await codeOf(call)).toBe('NOT_FOUND');
  });
});

describe('stack.preview', () => {
  it('shows every operation with its cause, and says that nothing was observed yet', async () => {
    const { caller, environmentId } = await setUp();
    const plan = await caller.stack.preview({ environmentId });
    expect(plan.deployable).toBe(true);
    expect(plan.basis.observedAt).toBeNull();
    expect(plan.operations.length).toBeGreaterThan(0);
    expect(plan.operations[0]?.cause).toEqual({ code: 'IMAGE_ABSENT' });
    expect(plan.operations.map((operation) => operation.kind)).toContain('CREATE_CONTAINER');
  });

  it('names what policy refuses', async () => {
    const { caller, environmentId } = await setUp('services:\n  a:\n    image: b\n    privileged: true\n');
    const plan = await caller.stack.preview({ environmentId });
    expect(plan.deployable).toBe(false);
    expect(plan.refusals.map((refusal) => refusal.service)).toContain('a');
  });

  it('never shows a secret: not in the plan, its text or an error', async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Compose's own syntax
    const text = 'services:\n  a:\n    image: b\n    environment:\n      PASSWORD: "${PASSWORD}"\n';
    const { caller, environmentId, projectId } = await setUp(text);
    const value = 'swordfish-4711';
    await caller.variable.set({ environmentId, name: 'PASSWORD', value, secret: true });
    expect(JSON.stringify(await caller.stack.preview({ environmentId }))).not.toContain(value);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Compose's own syntax
    const asPort = 'services:\n  a:\n    image: b\n    ports: ["${PASSWORD}:80"]\n';
    const { version } = await caller.stack.get({ projectId });
    const saved = await caller.stack
      .save({ projectId, composeText: asPort, version })
      .catch((error) => error);
    expect(JSON.stringify([saved, String(saved.message)])).not.toContain(value);
    const plan = await caller.stack.preview({ environmentId });
    expect(JSON.stringify(plan)).not.toContain(value);
  });

  it('says that the engine is away and since when', async () => {
    const { caller, environmentId } = await setUp();
    const since = new Date('2026-01-01T00:00:00Z');
    const { hostId } = await harness.db.environment.findUniqueOrThrow({ where: { id: environmentId } });
    await harness.db.dockerHost.update({ where: { id: hostId }, data: { unreachableSince: since } });
    expect((await caller.stack.preview({ environmentId })).basis.engineUnreachableSince).toEqual(since);
    await harness.db.dockerHost.update({ where: { id: hostId }, data: { unreachableSince: null } });
  });
});
