'use client';

import {
  IMPORT_FIELDS,
  type ImportField,
  type ImportMapping,
  REQUIRED_IMPORT_FIELDS,
} from '@jalon/contracts';
import { Field } from '@jalon/ui/field';
import { Section } from '@jalon/ui/section';
import { Select } from '@jalon/ui/select';
import { useTranslations } from 'next-intl';

export interface MappingTableProps {
  columns: readonly string[];
  mapping: ImportMapping;
  onChange: (mapping: ImportMapping) => void;
}

/** Which column holds what; recognised by name, and corrected here. */
export function MappingTable({ columns, mapping, onChange }: MappingTableProps) {
  const t = useTranslations('useCaseImport');
  const choose = (field: ImportField, value: string) => {
    const { [field]: _before, ...rest } = mapping;
    onChange(value === '' ? rest : { ...rest, [field]: Number(value) });
  };
  return (
    <Section title={t('mapping')} description={t('mappingText')}>
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3 lg:grid-cols-6">
        {IMPORT_FIELDS.map((field) => (
          <Field key={field} label={t(`fields.${field}`)} required={REQUIRED_IMPORT_FIELDS.includes(field)}>
            <Select
              value={mapping[field] === undefined ? '' : String(mapping[field])}
              onChange={(event) => choose(field, event.target.value)}
            >
              <option value="">{t('noColumn')}</option>
              {columns.map((name, column) => (
                <option key={column} value={column}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
    </Section>
  );
}
