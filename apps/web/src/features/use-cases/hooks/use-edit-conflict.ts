'use client';

import type { UseCaseDetail } from '@jalon/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';
import { compareEdits, type EditComparison, sameValue } from '../lib/compare-edits';
import { EDITED_FIELDS, type EditedField, type EditInput, editValuesOf } from '../lib/edit-values';

export interface EditConflict extends EditComparison<EditedField> {
  latest: UseCaseDetail;
  /** Who changed a field last, and when; null when the history no longer says. */
  changedBy: Partial<Record<EditedField, { name: string; at: Date }>>;
}

/**
 * What somebody else saved while a form was open. `look` reads the latest version and compares; `settle` puts it
 * under the form with what was chosen on top, so that the next save is one of the latest version.
 */
export function useEditConflict<Output>(
  form: UseFormReturn<EditInput, unknown, Output>,
  useCase: Pick<UseCaseDetail, 'id' | 'number'>,
) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const tell = useErrorToast();
  const [conflict, setConflict] = useState<EditConflict | null>(null);
  const [looking, setLooking] = useState(false);

  const look = async (): Promise<void> => {
    setLooking(true);
    try {
      const was = form.formState.defaultValues as EditInput;
      const [latest, history] = await Promise.all([
        queries.fetchQuery({
          ...trpc.useCase.get.queryOptions({ number: useCase.number }),
          staleTime: 0,
        }),
        queries.fetchQuery({
          ...trpc.useCase.history.queryOptions({ useCaseId: useCase.id }),
          staleTime: 0,
        }),
      ]);
      const changedBy: EditConflict['changedBy'] = {};
      for (const { actorName, at, data } of history) {
        if (Number(data.version ?? 0) <= was.version) continue;
        const changed = Object(data.changed) as object;
        for (const field of EDITED_FIELDS) if (field in changed) changedBy[field] ??= { name: actorName, at };
      }
      const comparison = compareEdits(EDITED_FIELDS, was, editValuesOf(latest), form.getValues());
      setConflict({ ...comparison, latest, changedBy });
    } catch (error) {
      tell(error);
    } finally {
      setLooking(false);
    }
  };

  const settle = (chosen: Partial<Record<EditedField, unknown>>): void => {
    if (!conflict) return;
    const typed = form.getValues();
    const was = form.formState.defaultValues as EditInput;
    const theirs = editValuesOf(conflict.latest);
    form.reset(theirs);
    for (const field of EDITED_FIELDS) {
      // Theirs where nothing was typed here, ours where something was, what was chosen where both did.
      const mine =
        field in chosen ? chosen[field] : sameValue(typed[field], was[field]) ? theirs[field] : typed[field];
      if (!sameValue(mine, theirs[field])) form.setValue(field, mine as never, { shouldDirty: true });
    }
    setConflict(null);
  };

  return { conflict, looking, look, settle };
}
