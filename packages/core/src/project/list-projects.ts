import type { Principal, ProjectListItem } from '@jalon/contracts';
import type { DeliveryContext } from './delivery-context';
import { findProjects } from './project.repository';
import { readableProjects } from './project-access';

/** Every project that this person may see, by name. Authorized by the API (`project:read`). */
export function listProjects(context: DeliveryContext, principal: Principal): Promise<ProjectListItem[]> {
  return findProjects(context.db, readableProjects(principal), context.gatewayUrl);
}
