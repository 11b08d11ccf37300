import { allows, type FindByNameInput, type FoundByName, type Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { likeLiteral } from '../like';
import { readableProjects } from '../project';

const LIMIT = 6;

/**
 * Use cases and projects whose name, number or tag holds the text; the most recent ones for no text.
 * Validated by contracts; the caller holds `portfolio:read`, and projects need `project:read` besides.
 */
export async function findByName(
  context: CoreContext,
  principal: Principal,
  input: FindByNameInput,
): Promise<FoundByName> {
  const contains = { contains: likeLiteral(input.text), mode: 'insensitive' as const };
  const number = /^(?:uc-?)?(\d{1,9})$/i.exec(input.text)?.[1];
  const useCases = await context.db.useCase.findMany({
    where: input.text
      ? {
          OR: [
            { title: contains },
            { tags: { has: input.text } },
            ...(number ? [{ number: Number(number) }] : []),
          ],
        }
      : {},
    orderBy: { updatedAt: 'desc' },
    take: LIMIT,
    select: { number: true, title: true },
  });
  if (!allows(principal.role, 'project:read')) return { useCases, projects: [] };
  const projects = await context.db.project.findMany({
    where: {
      AND: [readableProjects(principal), input.text ? { OR: [{ name: contains }, { slug: contains }] } : {}],
    },
    orderBy: { createdAt: 'desc' },
    take: LIMIT,
    select: { slug: true, name: true },
  });
  return { useCases, projects };
}
