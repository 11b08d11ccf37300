import type { GlobalUseFigures, GlobalUsePlace, VariableScope } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { ownerOf, placeOf } from './variable-place';

/** An environment, as far as it matters which variable counts in it. */
export interface SeenEnvironment {
  id: string;
  slug: string;
  projectId: string;
  project: { slug: string; name: string; useCaseId: string };
  currentRevisionId: string | null;
}

/** A variable of a nearer scope than everybody's. */
export interface NearerVariable {
  name: string;
  /** See `ownerOf`. */
  owner: string;
  environmentId: string | null;
  service: string | null;
}

/** Scopes that can take the place of everybody's value for a whole environment, nearest first. */
const NEARER: readonly VariableScope[] = ['ENVIRONMENT', 'PROJECT', 'USE_CASE'];

/**
 * What everybody's variable of a name is to each environment, whether it is set or not. A service's own takes nothing from
 * the others of its environment. Pure.
 */
export function globalUseOf(
  name: string,
  environments: readonly SeenEnvironment[],
  nearer: readonly NearerVariable[],
): GlobalUsePlace[] {
  const named = nearer.filter((variable) => variable.name === name);
  const owners = new Set(named.map(({ owner }) => owner));
  const services = new Map<string, string[]>();
  for (const { environmentId, service } of named) {
    if (environmentId !== null && service !== null)
      services.set(environmentId, [...(services.get(environmentId) ?? []), service]);
  }
  return environments.map((environment) => ({
    environmentId: environment.id,
    environment: environment.slug,
    project: { slug: environment.project.slug, name: environment.project.name },
    deployed: environment.currentRevisionId !== null,
    overriddenBy:
      owners.size === 0
        ? null
        : (NEARER.find((scope) => owners.has(ownerOf(placeOf({ scope }, environment)))) ?? null),
    services: (services.get(environment.id) ?? []).sort(),
  }));
}

/** The same in figures. Pure. */
export function figuresOf(places: readonly GlobalUsePlace[]): GlobalUseFigures {
  const counting = places.filter(({ overriddenBy }) => overriddenBy === null);
  return {
    environments: counting.length,
    projects: new Set(counting.map(({ project }) => project.slug)).size,
    overridden: places.length - counting.length,
    deployed: counting.filter(({ deployed }) => deployed).length,
  };
}

/** Every environment, in the order of the projects' names. */
export function findSeenEnvironments(db: Db): Promise<SeenEnvironment[]> {
  return db.environment.findMany({
    orderBy: [{ project: { name: 'asc' } }, { createdAt: 'asc' }],
    select: {
      id: true,
      slug: true,
      projectId: true,
      project: { select: { slug: true, name: true, useCaseId: true } },
      currentRevisionId: true,
    },
  });
}

/** The variables of these names that are not everybody's. */
export function findNearerVariables(db: Db, names: string[]): Promise<NearerVariable[]> {
  return db.variable.findMany({
    where: { name: { in: names }, scope: { not: 'GLOBAL' } },
    select: { name: true, owner: true, environmentId: true, service: true },
  });
}
