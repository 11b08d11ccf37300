import type { JobView } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { runningStack } from '../stack/running-stack';

/** The jobs of the revision that an environment runs. */
export async function listJobs(db: Db, environmentId: string): Promise<JobView[]> {
  const stack = await runningStack(db, environmentId);
  return Object.values(stack?.services ?? {})
    .filter((service) => service.jalon.role === 'job')
    .map((service) => ({ service: service.name, job: service.jalon.job ?? service.name }));
}
