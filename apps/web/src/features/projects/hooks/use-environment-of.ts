'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { ENVIRONMENT_PARAM } from '../lib/environment-address';
import { useProject } from './use-project';

/** For the page of one deployment or run: the environment that it belongs to is the one that the page is about. */
export function useEnvironmentOf(environmentId: string): void {
  const router = useRouter();
  const pathname = usePathname();
  const { project, environment } = useProject();
  const owner = project.environments.find(({ id }) => id === environmentId);
  const wanted = owner && owner.id !== environment.id ? owner.slug : null;
  useEffect(() => {
    if (wanted) router.replace(`${pathname}?${ENVIRONMENT_PARAM}=${wanted}`, { scroll: false });
  }, [wanted, pathname, router]);
}
