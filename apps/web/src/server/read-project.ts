import 'server-only';
import type { ProjectDetail } from '@jalon/contracts';
import { cache } from 'react';
import { chooseEnvironment, ENVIRONMENT_PARAM } from '../features/projects/lib/environment-address';
import { type PageSearch, searchParams } from '../lib/search-params';
import { getCaller } from '../trpc/server';
import { isNotFound } from './is-not-found';

/** The project of this address, read once per request; null when there is none for this person. */
export const readProject = cache(async (slug: string): Promise<ProjectDetail | null> => {
  const caller = await getCaller();
  try {
    return await caller.project.get({ slug });
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
});

/** The environment that the page's address asks for. */
export async function chosenEnvironmentId(project: ProjectDetail, search: PageSearch): Promise<string> {
  const wanted = (await searchParams(search)).get(ENVIRONMENT_PARAM);
  return chooseEnvironment(project.environments, wanted)?.id ?? '';
}
