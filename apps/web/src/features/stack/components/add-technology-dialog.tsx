'use client';

import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useToast } from '@jalon/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { QueryError } from '@/features/projects/components/query-error';
import { useProject } from '@/features/projects/hooks/use-project';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';

export interface AddTechnologyDialogProps {
  /** The text in the editor. */
  composeText: string;
  onAdded: (composeText: string) => void;
  onClose: () => void;
}

/** Adds an entry of the catalogue to the text in the editor. */
export function AddTechnologyDialog({ composeText, onAdded, onClose }: AddTechnologyDialogProps) {
  const t = useTranslations('stack');
  const locale = useLocale();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  const { project } = useProject();
  const catalogue = useQuery(trpc.catalogue.list.queryOptions());
  const add = useMutation(
    trpc.stack.addTechnology.mutationOptions({
      onSuccess: (added, { technology }) => {
        onAdded(added.composeText);
        const name = catalogue.data?.find((entry) => entry.id === technology)?.name ?? technology;
        const names = added.createdVariables.join(', ');
        toast({
          tone: 'good',
          title: t('added', { name }),
          detail: names ? t('generated', { names }) : undefined,
        });
        void queries.invalidateQueries(trpc.variable.pathFilter());
        onClose();
      },
      onError: useErrorToast(),
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('add')}
      description={t('addText')}
      size="lg"
    >
      {catalogue.isPending ? <SkeletonRows rows={3} /> : null}
      {catalogue.isError ? (
        <QueryError
          title={t('catalogueFailed')}
          error={catalogue.error}
          onRetry={() => void catalogue.refetch()}
        />
      ) : null}
      <ul className="divide-y divide-line">
        {(catalogue.data ?? []).map((technology) => (
          <li key={technology.id} className="flex items-start gap-4 py-2.5">
            <div className="min-w-0 flex-1">
              <p className="font-medium">{technology.name}</p>
              <p className="text-ink-2">{technology.summary[locale]}</p>
            </div>
            <Button
              size="sm"
              aria-label={t('addNamed', { name: technology.name })}
              pending={add.isPending && add.variables?.technology === technology.id}
              onClick={() => add.mutate({ projectId: project.id, technology: technology.id, composeText })}
            >
              {t('addShort')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
