import { randomUUID } from 'node:crypto';
import type { Db } from '../../client';
import type { Role } from '../../generated/client';

export interface TestEnvironment {
  userId: string;
  useCaseId: string;
  projectId: string;
  projectSlug: string;
  hostId: string;
  environmentId: string;
  environmentSlug: string;
}

/** A person who may sign in, with a password that nobody knows. */
export async function makeUser(db: Db, role: Role, name = `${role} of a test`): Promise<string> {
  const id = randomUUID();
  await db.user.create({ data: { id, email: `${id}@test.invalid`, name, role, passwordHash: 'none' } });
  return id;
}

/** An open session of that person; its id. */
export async function makeSession(db: Db, userId: string): Promise<string> {
  const expiresAt = new Date(Date.now() + 3_600_000);
  return (await db.session.create({ data: { userId, expiresAt } })).id;
}

/** A use case with its project and one sandbox on a Docker host, and an engineer who is a member. */
export async function makeEnvironment(
  db: Db,
  options: { endpoint?: string; slug?: string } = {},
): Promise<TestEnvironment> {
  const slug = options.slug ?? `test-${randomUUID().slice(0, 8)}`;
  const endpoint = options.endpoint ?? 'unix:///var/run/docker.sock';
  const userId = await makeUser(db, 'ENGINEER');
  const stage = await db.stage.findFirstOrThrow({ orderBy: { position: 'asc' } });
  const unit = await db.businessUnit.create({ data: { name: `Unit of ${slug}` } });
  const useCase = await db.useCase.create({
    data: {
      title: `Use case of ${slug}`,
      businessUnitId: unit.id,
      ownerId: await makeUser(db, 'BUSINESS'),
      benefitType: 'COST_REDUCTION',
      stageId: stage.id,
    },
  });
  const host = await db.dockerHost.create({ data: { name: `Host of ${slug}`, endpoint } });
  const project = await db.project.create({
    data: { slug, name: slug, useCaseId: useCase.id, members: { create: { userId } } },
  });
  const environment = await db.environment.create({
    data: { projectId: project.id, hostId: host.id, kind: 'SANDBOX', slug: 'sandbox' },
  });
  return {
    userId,
    useCaseId: useCase.id,
    projectId: project.id,
    projectSlug: slug,
    hostId: host.id,
    environmentId: environment.id,
    environmentSlug: 'sandbox',
  };
}
