import { mergeFragment } from '@jalon/compose';
import {
  type CreateProjectInput,
  DomainError,
  type Principal,
  type StartFrom,
  type Technology,
} from '@jalon/contracts';
import { inTransaction, notifyChange, type Tx } from '@jalon/db';
import { recordAudit } from '../audit';
import { generateVariables } from '../catalogue/add-technology';
import { requireFreeNames } from '../environment/compose-project';
import { DEFAULT_HOST_NAME } from '../host/default-host';
import { checkCompose } from '../stack/check-compose';
import { EMPTY_STACK } from '../stack/empty-stack';
import { invalidCompose } from '../stack/save-stack';
import { generateSecret } from '../variable/generate-secret';
import { writeVariable } from '../variable/set-variable';
import type { DeliveryContext } from './delivery-context';
import { freeModelPort, MODEL_PORT } from './model-port';
import { SAMPLE_NAME, SAMPLE_PASSWORDS } from './sample';

/**
 * Opens the project of a use case with one environment, `sandbox`, on the first host, and the stack that it starts
 * from. Who opens it is a member. Validated by contracts; authorized by the API (`project:create`).
 *
 * @throws DomainError NOT_FOUND for the use case, a member or a catalogue entry · CONFLICT when the use case has a
 *   project or the slug is taken · COMPOSE_INVALID for a pasted file, with line and column
 */
export async function createProject(
  context: DeliveryContext,
  principal: Principal,
  input: CreateProjectInput,
): Promise<{ id: string; slug: string; environmentId: string }> {
  const start = await prepareStart(context, input.start);
  return inTransaction(context.db, async (tx) => {
    await requireFree(tx, input);
    const memberIds = [...new Set([principal.userId, ...input.memberIds])];
    if ((await tx.user.count({ where: { id: { in: memberIds }, disabledAt: null } })) !== memberIds.length) {
      throw new DomainError('NOT_FOUND', 'One of the members does not exist or is locked out.', [
        { path: 'memberIds', message: 'Choose people who can sign in.' },
      ]);
    }
    const project = await tx.project.create({
      data: {
        useCaseId: input.useCaseId,
        slug: input.slug,
        name: input.name,
        description: input.description,
        members: { create: memberIds.map((userId) => ({ userId })) },
        stack: { create: { composeText: start.composeText, updatedById: principal.userId } },
        environments: { create: { hostId: await defaultHost(tx), kind: 'SANDBOX', slug: FIRST_ENVIRONMENT } },
      },
      select: { id: true, slug: true, environments: { select: { id: true } } },
    });
    const environmentId = project.environments[0]?.id ?? '';
    const place = { scope: 'ENVIRONMENT' as const, environmentId };
    for (const technology of start.technologies) {
      await generateVariables(tx, context, environmentId, technology);
    }
    for (const name of start.passwords) {
      await writeVariable(tx, context.cipher, place, { name, value: generateSecret(), secret: true });
    }
    if (input.start.kind === 'SAMPLE') {
      const value = String(await freeModelPort(tx));
      await writeVariable(tx, context.cipher, place, { name: MODEL_PORT, value, secret: false });
    }
    await recordAudit(tx, principal, {
      action: 'project.created',
      subjectType: 'project',
      subjectId: project.id,
      projectId: project.id,
      data: { slug: project.slug, useCaseId: input.useCaseId, start: input.start.kind },
    });
    const { useCaseId } = input;
    await notifyChange(tx, { topic: 'project', id: project.id, projectId: project.id, useCaseId });
    await notifyChange(tx, { topic: 'use-case', id: useCaseId, useCaseId });
    return { id: project.id, slug: project.slug, environmentId };
  });
}

const FIRST_ENVIRONMENT = 'sandbox';

interface PreparedStart {
  composeText: string;
  technologies: Technology[];
  /** Secrets to generate beside those of the technologies. */
  passwords: readonly string[];
}

async function prepareStart(context: DeliveryContext, start: StartFrom): Promise<PreparedStart> {
  switch (start.kind) {
    case 'EMPTY':
      return { composeText: EMPTY_STACK, technologies: [], passwords: [] };
    case 'SAMPLE':
      return {
        composeText: await context.content.sampleStack(SAMPLE_NAME),
        technologies: [],
        passwords: SAMPLE_PASSWORDS,
      };
    case 'COMPOSE': {
      const { problems } = checkCompose({ composeText: start.composeText, files: {} }, {});
      if (problems.length > 0) throw invalidCompose(problems);
      return { composeText: start.composeText, technologies: [], passwords: [] };
    }
    case 'CATALOGUE': {
      const ids = [...new Set(start.technologies)];
      const technologies = await Promise.all(ids.map((id) => context.content.technology(id)));
      const composeText = technologies.reduce(
        (text, technology) => mergeFragment(text, technology.composeText).text,
        EMPTY_STACK,
      );
      return { composeText, technologies, passwords: [] };
    }
  }
}

async function requireFree(tx: Tx, input: CreateProjectInput): Promise<void> {
  const useCase = await tx.useCase.findUnique({
    where: { id: input.useCaseId },
    select: { project: { select: { slug: true } } },
  });
  if (!useCase) throw new DomainError('NOT_FOUND', 'There is no such use case.');
  if (useCase.project) {
    throw new DomainError('CONFLICT', `This use case has a project already: ${useCase.project.slug}.`);
  }
  const taken = await tx.project.count({ where: { slug: input.slug } });
  if (taken > 0) {
    throw new DomainError(
      'CONFLICT',
      `A project is called ${input.slug} already. Choose another short name.`,
      [{ path: 'slug', message: 'This short name is taken.' }],
    );
  }
  await requireFreeNames(tx, input.slug, FIRST_ENVIRONMENT);
}

/** The first host; before any worker has named one, a host that its worker will fill in. */
async function defaultHost(tx: Tx): Promise<string> {
  const first = await tx.dockerHost.findFirst({ orderBy: { createdAt: 'asc' }, select: { id: true } });
  if (first) return first.id;
  const host = { name: DEFAULT_HOST_NAME, endpoint: 'unix:///var/run/docker.sock' };
  return (await tx.dockerHost.create({ data: host, select: { id: true } })).id;
}
