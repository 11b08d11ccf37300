'use client';

import type { ScopedValue } from '@jalon/contracts';
import { IconButton } from '@jalon/ui/icon-button';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Status } from '@jalon/ui/status';
import { Cell, Row } from '@jalon/ui/table';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CornerDownRight, Pencil, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useProject } from '@/features/projects/hooks/use-project';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';
import { useScopeText } from '../hooks/use-scope-text';
import { VariableValue } from './variable-value';
import type { Editing } from './variables-view';

export interface VariableRowProps {
  name: string;
  service: string | null;
  value: ScopedValue;
  /** Changed since the revision that runs. */
  pending: boolean;
  /** The nearer scope that keeps this value from counting; null: it counts. */
  overriddenBy: string | null;
  onEdit: (editing: Editing) => void;
}

/** One value of a variable: the one that counts, or one below it that does not, and why. */
export function VariableRow({ name, service, value, pending, overriddenBy, onEdit }: VariableRowProps) {
  const t = useTranslations('variables');
  const scopeText = useScopeText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { environment, role, may } = useProject();
  const { scope } = value;
  const remove = useMutation(
    trpc.variable.remove.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.variable.pathFilter()),
      onError: useErrorToast(),
    }),
  );
  const where = scopeText({ scope, service });
  const mayWrite = may('variable:write') && (scope !== 'GLOBAL' || role === 'ADMIN');
  // Of an environment's own the name is enough: most are.
  const key = scope === 'ENVIRONMENT' ? 'one' : 'oneIn';
  return (
    <Row>
      <Cell className="font-medium font-mono text-xs">
        {overriddenBy === null ? (
          name
        ) : (
          <span className="inline-flex items-center gap-1.5 pl-3 font-normal text-ink-3">
            <CornerDownRight aria-hidden size={12} />
            {name}
          </span>
        )}
      </Cell>
      <Cell className="max-w-96 truncate font-mono text-xs">
        {overriddenBy === null ? (
          <VariableValue {...value} />
        ) : (
          <s className="text-ink-3">
            <VariableValue {...value} />
          </s>
        )}
      </Cell>
      <Cell className="whitespace-nowrap text-ink-2">
        {scope === 'GLOBAL' && role === 'ADMIN' ? (
          <Link href="/admin/variables" className="text-accent hover:underline">
            {where}
          </Link>
        ) : (
          where
        )}
        {overriddenBy === null ? null : (
          <span className="block text-ink-3 text-xs">{t('overriddenBy', { scope: overriddenBy })}</span>
        )}
      </Cell>
      <Cell className="whitespace-nowrap text-ink-2">
        <span className="inline-flex items-center gap-3">
          <RelativeTime date={value.updatedAt} />
          {pending ? <Status tone="info">{t('notDeployed')}</Status> : null}
        </span>
      </Cell>
      <Cell className="w-px whitespace-nowrap text-right">
        {mayWrite ? (
          <>
            <IconButton
              size="sm"
              label={t('edit', { name: t(key, { name, scope: where }) })}
              icon={<Pencil aria-hidden size={14} />}
              onClick={() => onEdit({ name, present: { ...value, service } })}
            />
            <IconButton
              size="sm"
              label={t('remove', { name: t(key, { name, scope: where }) })}
              icon={<Trash2 aria-hidden size={14} />}
              disabled={remove.isPending}
              onClick={() =>
                remove.mutate({
                  environmentId: environment.id,
                  name,
                  scope,
                  service: service ?? undefined,
                })
              }
            />
          </>
        ) : null}
      </Cell>
    </Row>
  );
}
