import type { SavedViewItem } from '@jalon/contracts';
import { type ListState, listHref, readListState } from './list-state';

/** Says in the address that the reader chose no view, so that their usual one does not come back. */
export const NO_VIEW = 'none';

/** What a view keeps of a state: its address, without the name that it goes by. */
export function viewQuery(state: ListState): string {
  return listHref({ ...state, saved: '' }).split('?')[1] ?? '';
}

/** The state that a view stands for; what this version does not know any more is passed over. */
export function stateOfView({ id, query }: Pick<SavedViewItem, 'id' | 'query'>): ListState {
  return { ...readListState(new URLSearchParams(query)), saved: id };
}
