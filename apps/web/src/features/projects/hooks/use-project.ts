'use client';

import type { EnvironmentSummary, ProjectDetail, Role, Scope } from '@jalon/contracts';
import { allows } from '@jalon/contracts';
import { createContext, useContext } from 'react';
import { projectAddress } from '../lib/environment-address';

export interface ProjectContextValue {
  project: ProjectDetail;
  /** The one that the page is about. */
  environment: EnvironmentSummary;
  role: Role;
}

export const ProjectContext = createContext<ProjectContextValue | null>(null);

/** The project whose page this is, the environment that was chosen, and what the reader may do there. */
export function useProject() {
  const value = useContext(ProjectContext);
  if (!value) throw new Error('useProject belongs inside ProjectShell');
  const { project, environment, role } = value;
  return {
    ...value,
    /** Address of another page of this project, about the same environment. */
    href: (page: string) => projectAddress(project, environment.slug, page),
    /** True when role and membership allow it. */
    may: (scope: Scope) => allows(role, scope) && project.writable,
  };
}
