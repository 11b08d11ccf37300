'use client';

import { type ErrorDetail, mayEdit, type UseCaseListItem } from '@jalon/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/trpc/react';
import { cellPatch, type EditableColumn, editableColumn, typedOf } from '../lib/cell-edit';
import type { ColumnKey } from '../lib/columns';
import { refusalsIn } from './use-refusal-text';

interface OpenCell {
  id: string;
  column: EditableColumn;
  /** What stood there when it was opened, and in which version. */
  was: string;
  version: number;
  typed: string;
}

export interface CellEdit {
  open: OpenCell | null;
  pending: boolean;
  /** Why it was not saved; what was typed is still there. */
  refused: ErrorDetail | undefined;
  error: unknown;
  /** Opens a cell; false when it is not one that the reader may edit. */
  begin: (row: number, column: ColumnKey | undefined) => boolean;
  type: (typed: string) => void;
  /** Saves what was typed; true when that, or nothing, was to be done. */
  save: () => Promise<boolean>;
  leave: () => void;
}

/** A cell of the list that is edited in place; one at a time. */
export function useCellEdit(useCases: readonly UseCaseListItem[]): CellEdit {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const session = useQuery(trpc.session.me.queryOptions());
  const [open, setOpen] = useState<OpenCell | null>(null);
  const update = useMutation(
    trpc.useCase.updateMany.mutationOptions({
      onSettled: () =>
        Promise.all(
          [trpc.useCase, trpc.gate, trpc.portfolio, trpc.reference].map((area) =>
            queries.invalidateQueries(area.pathFilter()),
          ),
        ),
    }),
  );
  const refused = refusalsIn(update.error)[0];
  const leave = () => {
    setOpen(null);
    update.reset();
  };
  const begin = (row: number, key: ColumnKey | undefined): boolean => {
    const useCase = useCases[row];
    const column = editableColumn(key);
    if (!useCase || !column || !session.data) return false;
    const { owner, contributorIds, status } = useCase;
    if (!mayEdit(session.data, { ownerId: owner.id, contributorIds, status })) return false;
    // What was typed elsewhere is first saved or left.
    if (open && open.typed !== open.was) return true;
    const was = typedOf(useCase, column);
    update.reset();
    setOpen({ id: useCase.id, column, was, version: useCase.version, typed: was });
    return true;
  };
  const save = async (): Promise<boolean> => {
    const now = useCases.find(({ id }) => id === open?.id);
    if (!open || !now || update.isPending) return false;
    // Once the reader was told that somebody was quicker, the edit is one of what stands there now.
    const told = refused?.code === 'STALE_VERSION';
    const { id, column, typed } = open;
    if (typed === (told ? typedOf(now, column) : open.was)) {
      leave();
      return true;
    }
    const version = told ? now.version : open.version;
    try {
      await update.mutateAsync({ edits: [{ id, version, patch: cellPatch(column, typed) }] });
    } catch {
      // Shown in the cell by the state of the mutation.
      return false;
    }
    leave();
    return true;
  };
  return {
    open,
    pending: update.isPending,
    refused,
    error: update.error,
    begin,
    type: (typed) => setOpen(open ? { ...open, typed } : null),
    save,
    leave,
  };
}
