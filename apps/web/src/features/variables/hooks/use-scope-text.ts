'use client';

import type { VariableScope } from '@jalon/contracts';
import { useTranslations } from 'next-intl';
import { useProject } from '@/features/projects/hooks/use-project';

/** What a variable is set for. */
export interface Place {
  scope: VariableScope;
  /** For the scope SERVICE. */
  service: string | null;
}

/** Says what a scope is of: “environment sandbox”, “service web”. */
export function useScopeText(): (place: Place) => string {
  const t = useTranslations('variables.scopes');
  const { project, environment } = useProject();
  return ({ scope, service }) =>
    t(scope, { service: service ?? '', environment: environment.slug, project: project.name });
}
