'use client';

import type { GlobalVariable } from '@jalon/contracts';
import { Dialog } from '@jalon/ui/dialog';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { VariableForm } from '@/features/variables/components/variable-form';
import { useTRPC } from '@/trpc/react';
import { ChangeEffect } from './change-effect';

export interface GlobalVariableDialogProps {
  /** The one that gets another value; null: a new one. */
  variable: GlobalVariable | null;
  /** Names of those that exist. */
  taken: readonly string[];
  onClose: () => void;
}

/** Sets one of everybody's variables, and says beforehand where that will show. */
export function GlobalVariableDialog({ variable, taken, onClose }: GlobalVariableDialogProps) {
  const t = useTranslations('variables');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [name, setName] = useState(variable?.name ?? '');
  const save = useMutation(
    trpc.variable.setGlobal.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.variable.pathFilter());
        onClose();
      },
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={variable ? t('edit', { name: variable.name }) : t('add')}
      description={t('dialogText')}
    >
      <VariableForm
        name={name}
        present={variable}
        taken={taken}
        saving={save}
        onSave={(content) => save.mutate(content)}
        onClose={onClose}
        onName={setName}
      >
        {/* Its room is kept: what is below must not move away from under the pointer that leaves the name. */}
        <div className="min-h-28">
          <ChangeEffect name={name} />
        </div>
      </VariableForm>
    </Dialog>
  );
}
