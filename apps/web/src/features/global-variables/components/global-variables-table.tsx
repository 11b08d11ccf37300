'use client';

import type { GlobalVariable } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { IconButton } from '@jalon/ui/icon-button';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { VariableValue } from '@/features/variables/components/variable-value';

/** The dialog that is open, and for which variable; null: a new one. */
export type Opened =
  | { what: 'edit'; variable: GlobalVariable | null }
  | { what: 'remove' | 'use'; variable: GlobalVariable };

export interface GlobalVariablesTableProps {
  variables: readonly GlobalVariable[];
  onOpen: (opened: Opened) => void;
}

/** Each variable with its value and in how many places it counts. */
export function GlobalVariablesTable({ variables, onOpen }: GlobalVariablesTableProps) {
  const t = useTranslations('variables');
  const global = useTranslations('globalVariables');
  return (
    <Table
      label={t('table')}
      head={
        <>
          <HeaderCell>{t('name')}</HeaderCell>
          <HeaderCell>{t('value')}</HeaderCell>
          <HeaderCell>{global('usedBy')}</HeaderCell>
          <HeaderCell>{t('changed')}</HeaderCell>
          <HeaderCell>
            <span className="sr-only">{t('actions')}</span>
          </HeaderCell>
        </>
      }
    >
      {variables.map((variable) => {
        const { name, use, updatedAt } = variable;
        const counts = global('counts', { environments: use.environments, projects: use.projects });
        return (
          <Row key={name}>
            <Cell className="font-medium font-mono text-xs" data-verbatim>
              {name}
            </Cell>
            <Cell className="max-w-96 truncate font-mono text-xs">
              <VariableValue {...variable} />
            </Cell>
            <Cell className="whitespace-nowrap text-ink-2">
              <Button
                size="sm"
                variant="ghost"
                aria-label={`${counts}: ${global('useNamed', { name })}`}
                onClick={() => onOpen({ what: 'use', variable })}
              >
                {counts}
              </Button>
              {use.overridden > 0 ? (
                <span className="ml-2 text-ink-3">{global('overridden', { count: use.overridden })}</span>
              ) : null}
            </Cell>
            <Cell className="whitespace-nowrap text-ink-2">
              <RelativeTime date={updatedAt} />
            </Cell>
            <Cell className="w-px whitespace-nowrap text-right">
              <IconButton
                size="sm"
                label={t('edit', { name })}
                icon={<Pencil aria-hidden size={14} />}
                onClick={() => onOpen({ what: 'edit', variable })}
              />
              <IconButton
                size="sm"
                label={t('remove', { name })}
                icon={<Trash2 aria-hidden size={14} />}
                onClick={() => onOpen({ what: 'remove', variable })}
              />
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
}
