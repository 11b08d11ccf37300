import type { VariableScope } from '@jalon/contracts';

/** What a variable is set for. */
export type VariablePlace =
  | { scope: 'GLOBAL' }
  | { scope: 'USE_CASE'; useCaseId: string }
  | { scope: 'PROJECT'; projectId: string }
  | { scope: 'ENVIRONMENT'; environmentId: string }
  | { scope: 'SERVICE'; environmentId: string; service: string };

/**
 * A place as one text: it is what a secret is sealed for, beside its name. An environment's is its bare id, as it was
 * when there was no other scope.
 */
export function ownerOf(place: VariablePlace): string {
  switch (place.scope) {
    case 'GLOBAL':
      return 'global';
    case 'USE_CASE':
      return `use-case:${place.useCaseId}`;
    case 'PROJECT':
      return `project:${place.projectId}`;
    case 'ENVIRONMENT':
      return place.environmentId;
    case 'SERVICE':
      return `service:${place.environmentId}/${place.service}`;
  }
}

/** The place of a scope as it is seen from an environment; the contracts saw to it that SERVICE names its service. */
export function placeOf(
  { scope, service }: { scope: VariableScope; service?: string | undefined },
  environment: { id: string; projectId: string; project: { useCaseId: string } },
): VariablePlace {
  const { id: environmentId, projectId } = environment;
  switch (scope) {
    case 'GLOBAL':
      return { scope };
    case 'USE_CASE':
      return { scope, useCaseId: environment.project.useCaseId };
    case 'PROJECT':
      return { scope, projectId };
    case 'ENVIRONMENT':
      return { scope, environmentId };
    case 'SERVICE':
      return { scope, environmentId, service: service ?? '' };
  }
}
