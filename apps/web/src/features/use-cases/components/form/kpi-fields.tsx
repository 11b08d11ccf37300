'use client';

import { KPI_DIRECTIONS, KPI_SOURCES } from '@jalon/contracts';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { NumberInput } from '@jalon/ui/number-input';
import { Select } from '@jalon/ui/select';
import { Textarea } from '@jalon/ui/textarea';
import { useTranslations } from 'next-intl';
import type { KpiFields as Fields } from '../../lib/new-use-case-form';
import { parseAmount, parseMeasure } from '../../lib/parse-amount';
import type { GroupBind } from './group-bind';

const MEASURE = { setValueAs: (typed: string | null) => parseMeasure(typed ?? '') };
const OPTIONAL_AMOUNT = { setValueAs: (typed: string | null) => parseAmount(typed ?? '') || null };
const OPTIONAL_DATE = { setValueAs: (typed: string | null) => typed || null };

export interface KpiFieldsProps extends GroupBind<Fields> {
  /** All the terms of a KPI; without, only what is needed to begin. */
  full?: boolean;
}

/** A KPI: where it stands, where it shall go, and what a step on the way is worth. */
export function KpiFields({ register, error, full = false }: KpiFieldsProps) {
  const t = useTranslations('kpi.form');
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_6rem_11rem]">
        <Field label={t('name')} hint={t('nameHint')} error={error('name')} required={full}>
          <Input {...register('name')} />
        </Field>
        <Field label={t('unit')} error={error('unit')}>
          <Input placeholder="%" {...register('unit')} />
        </Field>
        <Field label={t('direction')} error={error('direction')}>
          <Select {...register('direction')}>
            {KPI_DIRECTIONS.map((direction) => (
              <option key={direction} value={direction}>
                {t(`directions.${direction}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Field label={t('baseline')} hint={t('baselineHint')} error={error('baseline')} required={full}>
          <NumberInput {...register('baseline', MEASURE)} />
        </Field>
        <Field label={t('target')} hint={t('targetHint')} error={error('target')} required={full}>
          <NumberInput {...register('target', MEASURE)} />
        </Field>
        <Field
          className="col-span-2"
          label={t('valuePerUnit')}
          hint={t('valuePerUnitHint')}
          error={error('valuePerUnit')}
        >
          <NumberInput prefix="€" {...register('valuePerUnit', OPTIONAL_AMOUNT)} />
        </Field>
      </div>
      {full ? (
        <>
          <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
            <Field label={t('tolerance')} error={error('tolerance')}>
              <NumberInput {...register('tolerance', MEASURE)} />
            </Field>
            <Field label={t('attribution')} hint={t('attributionHint')} error={error('attribution')}>
              <NumberInput {...register('attribution', MEASURE)} />
            </Field>
            <Field label={t('targetDate')} error={error('targetDate')}>
              <Input type="date" {...register('targetDate', OPTIONAL_DATE)} />
            </Field>
            <Field label={t('source')} error={error('source')}>
              <Select {...register('source')}>
                {KPI_SOURCES.map((source) => (
                  <option key={source} value={source}>
                    {t(`sources.${source}`)}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
          <Field label={t('baselineWindow')} error={error('baselineWindow')}>
            <Input {...register('baselineWindow')} />
          </Field>
          <Field label={t('assumptions')} error={error('assumptions')}>
            <Textarea rows={2} {...register('assumptions')} />
          </Field>
        </>
      ) : null}
    </div>
  );
}
