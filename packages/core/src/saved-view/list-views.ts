import type { Principal, SavedViewItem } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { findViews } from './view.repository';

/** A person's views of the list and those that others share, by name. The caller holds `portfolio:read`. */
export function listViews(context: CoreContext, principal: Principal): Promise<SavedViewItem[]> {
  return findViews(context.db, principal);
}
