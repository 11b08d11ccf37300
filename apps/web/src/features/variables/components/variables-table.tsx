'use client';

import { SECRET_MASK, type VariableView } from '@jalon/contracts';
import { IconButton } from '@jalon/ui/icon-button';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Status } from '@jalon/ui/status';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { LockKeyhole, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useProject } from '@/features/projects/hooks/use-project';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';
import type { Editing } from './variables-view';

export interface VariablesTableProps {
  variables: readonly VariableView[];
  onEdit: (editing: Editing) => void;
}

export function VariablesTable({ variables, onEdit }: VariablesTableProps) {
  const t = useTranslations('variables');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { environment, may } = useProject();
  const remove = useMutation(
    trpc.variable.remove.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.variable.pathFilter()),
      onError: useErrorToast(),
    }),
  );
  return (
    <Table
      label={t('table')}
      head={
        <>
          <HeaderCell>{t('name')}</HeaderCell>
          <HeaderCell>{t('value')}</HeaderCell>
          <HeaderCell>{t('changed')}</HeaderCell>
          <HeaderCell>
            <span className="sr-only">{t('actions')}</span>
          </HeaderCell>
        </>
      }
    >
      {variables.map((variable) => (
        <Row key={variable.name}>
          <Cell className="font-medium font-mono text-xs">{variable.name}</Cell>
          <Cell className="max-w-96 truncate font-mono text-xs">
            {variable.secret ? (
              <span className="inline-flex items-center gap-2 text-ink-3">
                <LockKeyhole aria-hidden size={13} />
                <span aria-hidden>{SECRET_MASK}</span>
                <span className="sr-only">{t('secretSet')}</span>
              </span>
            ) : (
              variable.value
            )}
          </Cell>
          <Cell className="whitespace-nowrap text-ink-2">
            <span className="inline-flex items-center gap-3">
              <RelativeTime date={variable.updatedAt} />
              {variable.pending ? <Status tone="info">{t('notDeployed')}</Status> : null}
            </span>
          </Cell>
          <Cell className="w-px whitespace-nowrap text-right">
            {may('variable:write') ? (
              <>
                <IconButton
                  size="sm"
                  label={t('edit', { name: variable.name })}
                  icon={<Pencil aria-hidden size={14} />}
                  onClick={() => onEdit({ name: variable.name, variable })}
                />
                <IconButton
                  size="sm"
                  label={t('remove', { name: variable.name })}
                  icon={<Trash2 aria-hidden size={14} />}
                  disabled={remove.isPending}
                  onClick={() => remove.mutate({ environmentId: environment.id, name: variable.name })}
                />
              </>
            ) : null}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
