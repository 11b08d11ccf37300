import { allows, type Change, type Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { readableProjects } from '../project/project-access';

/** How long a list of a person's projects is believed: a removed member stops hearing of a project within it. */
const BELIEVED_MS = 5_000;

/** Says whether a person may hear of a change. Made once per subscription. */
export function createChangeFilter(
  context: CoreContext,
  principal: Principal,
): (change: Change) => Promise<boolean> {
  let projects: { readAt: number; ids: Set<string> } | null = null;

  const readProjects = async (): Promise<Set<string>> => {
    const now = context.clock.now().getTime();
    if (projects && now - projects.readAt < BELIEVED_MS) return projects.ids;
    const rows = await context.db.project.findMany({
      where: readableProjects(principal),
      select: { id: true },
    });
    projects = { readAt: now, ids: new Set(rows.map((row) => row.id)) };
    return projects.ids;
  };

  return async (change) => {
    if (change.topic === 'user') return allows(principal.role, 'user:admin');
    if (change.topic === 'session') return false;
    if (change.topic === 'host') return allows(principal.role, 'project:read');
    if (change.topic === 'notification') return change.id === principal.userId;
    if (change.topic === 'use-case' || change.topic === 'kpi' || change.topic === 'comment')
      return allows(principal.role, 'portfolio:read');
    if (!change.projectId) return false;
    if (principal.role === 'ADMIN') return true;
    if (change.topic === 'project') projects = null;
    return (await readProjects()).has(change.projectId);
  };
}
