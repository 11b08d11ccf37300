'use client';

import type { VariableView } from '@jalon/contracts';
import { HeaderCell, Table } from '@jalon/ui/table';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { useScopeText } from '../hooks/use-scope-text';
import { VariableRow } from './variable-row';
import type { Editing } from './variables-view';

export interface VariablesTableProps {
  variables: readonly VariableView[];
  onEdit: (editing: Editing) => void;
}

/** Each variable with the value that counts, and below it those that it overrides. */
export function VariablesTable({ variables, onEdit }: VariablesTableProps) {
  const t = useTranslations('variables');
  const scopeText = useScopeText();
  return (
    <Table
      label={t('table')}
      head={
        <>
          <HeaderCell>{t('name')}</HeaderCell>
          <HeaderCell>{t('value')}</HeaderCell>
          <HeaderCell>{t('scope')}</HeaderCell>
          <HeaderCell>{t('changed')}</HeaderCell>
          <HeaderCell>
            <span className="sr-only">{t('actions')}</span>
          </HeaderCell>
        </>
      }
    >
      {variables.map(({ name, service, pending, overrides, ...value }) => (
        <Fragment key={`${service ?? ''}/${name}`}>
          <VariableRow {...{ name, service, value, pending, onEdit }} overriddenBy={null} />
          {/* What a service overrides is the file's own variable, which has its row and its buttons already. */}
          {(service === null ? overrides : []).map((other) => (
            <VariableRow
              key={other.scope}
              name={name}
              service={null}
              value={other}
              pending={false}
              overriddenBy={scopeText({ scope: value.scope, service })}
              onEdit={onEdit}
            />
          ))}
        </Fragment>
      ))}
    </Table>
  );
}
