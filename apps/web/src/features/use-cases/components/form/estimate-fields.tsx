'use client';

import { BASE_CURRENCY, CONFIDENCES, CURRENCIES } from '@jalon/contracts';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { NumberInput } from '@jalon/ui/number-input';
import { Select } from '@jalon/ui/select';
import { Textarea } from '@jalon/ui/textarea';
import { useTranslations } from 'next-intl';
import type { EstimateFields as Fields } from '../../lib/new-use-case-form';
import { parseAmount, parseWhole } from '../../lib/parse-amount';
import type { GroupBind } from './group-bind';

const AMOUNT = { setValueAs: parseAmount };
const WHOLE = { setValueAs: parseWhole };

export interface EstimateFieldsProps extends GroupBind<Fields> {
  /** The range must be given; else all three figures may stay empty. */
  required?: boolean;
  /** The one that is chosen. */
  currency?: string;
}

/** The range and what it takes to earn it. Amounts may be typed as people write them: 1,2 M or 350k. */
export function EstimateFields({
  register,
  error,
  required = false,
  currency = BASE_CURRENCY,
}: EstimateFieldsProps) {
  const t = useTranslations('useCase.form');
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-[repeat(3,minmax(0,1fr))_6rem]">
        {(['low', 'likely', 'high'] as const).map((name) => (
          <Field key={name} label={t(name)} hint={t(`${name}Hint`)} error={error(name)} required={required}>
            <NumberInput suffix={currency} {...register(name, AMOUNT)} />
          </Field>
        ))}
        <Field label={t('currency')} error={error('currency')}>
          <Select {...register('currency')}>
            {CURRENCIES.map((code) => (
              <option key={code} value={code}>
                {code}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Field label={t('rampUpMonths')} error={error('rampUpMonths')}>
          <NumberInput suffix={t('months')} {...register('rampUpMonths', WHOLE)} />
        </Field>
        <Field label={t('horizonYears')} error={error('horizonYears')}>
          <NumberInput suffix={t('years')} {...register('horizonYears', WHOLE)} />
        </Field>
        <Field label={t('startDate')} error={error('startDate')}>
          <Input type="date" {...register('startDate')} />
        </Field>
        <Field label={t('confidence')} error={error('confidence')}>
          <Select {...register('confidence')}>
            {CONFIDENCES.map((confidence) => (
              <option key={confidence} value={confidence}>
                {t(`confidences.${confidence}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label={t('oneOffCost')} error={error('oneOffCost')}>
          <NumberInput suffix={currency} {...register('oneOffCost', AMOUNT)} />
        </Field>
        <Field label={t('yearlyRunCost')} error={error('yearlyRunCost')}>
          <NumberInput suffix={currency} {...register('yearlyRunCost', AMOUNT)} />
        </Field>
        <Field label={t('method')} error={error('method')}>
          <Input {...register('method')} />
        </Field>
      </div>
      <Field label={t('assumptions')} hint={t('assumptionsHint')} error={error('assumptions')}>
        <Textarea rows={2} {...register('assumptions')} />
      </Field>
    </div>
  );
}
