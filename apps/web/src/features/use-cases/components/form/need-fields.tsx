'use client';

import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Textarea } from '@jalon/ui/textarea';
import { useTranslations } from 'next-intl';
import type { NewUseCaseInput } from '../../lib/new-use-case-form';
import type { GroupBind } from './group-bind';

export type Need = Pick<
  NewUseCaseInput,
  'title' | 'problemStatement' | 'expectedOutcome' | 'businessUnit' | 'sponsor' | 'benefitType' | 'tags'
>;

/** What is needed, and what will be done with the prediction. */
export function NeedFields({ register, error }: GroupBind<Need>) {
  const t = useTranslations('useCase.form');
  return (
    <div className="flex flex-col gap-4">
      <Field label={t('title')} hint={t('titleHint')} error={error('title')} required>
        <Input autoComplete="off" {...register('title')} />
      </Field>
      <Field label={t('problem')} hint={t('problemHint')} error={error('problemStatement')}>
        <Textarea {...register('problemStatement')} />
      </Field>
      <Field label={t('outcome')} hint={t('outcomeHint')} error={error('expectedOutcome')}>
        <Textarea {...register('expectedOutcome')} />
      </Field>
    </div>
  );
}
