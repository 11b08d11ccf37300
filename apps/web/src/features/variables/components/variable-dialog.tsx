'use client';

import { Dialog } from '@jalon/ui/dialog';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useProject } from '@/features/projects/hooks/use-project';
import { useTRPC } from '@/trpc/react';
import type { Place } from '../hooks/use-scope-text';
import { PlaceField } from './place-field';
import { VariableForm } from './variable-form';
import type { Editing } from './variables-view';

export interface VariableDialogProps {
  editing: NonNullable<Editing>;
  /** Services of the file, which a variable can be set for. */
  services: readonly string[];
  onClose: () => void;
}

/** Sets a variable in one of the scopes that an environment sees. */
export function VariableDialog({ editing, services, onClose }: VariableDialogProps) {
  const t = useTranslations('variables');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { environment } = useProject();
  const { name, present } = editing;
  const [place, setPlace] = useState<Place>(present ?? { scope: 'ENVIRONMENT', service: null });
  const save = useMutation(
    trpc.variable.set.mutationOptions({
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
      title={present ? t('edit', { name }) : t('add')}
      description={t('dialogText')}
    >
      <VariableForm
        name={name}
        present={present}
        saving={save}
        onSave={(content) =>
          save.mutate({
            ...content,
            environmentId: environment.id,
            scope: place.scope,
            service: place.service ?? undefined,
          })
        }
        onClose={onClose}
      >
        <PlaceField place={place} services={services} isFixed={present !== null} onChange={setPlace} />
      </VariableForm>
    </Dialog>
  );
}
