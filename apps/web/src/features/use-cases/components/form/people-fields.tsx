'use client';

import type { PortfolioReference } from '@jalon/contracts';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Select } from '@jalon/ui/select';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { NewUseCaseInput } from '../../lib/new-use-case-form';
import { ContributorsField, type ContributorsFieldProps } from './contributors-field';
import type { GroupBind } from './group-bind';

export type People = Pick<
  NewUseCaseInput,
  'businessUnit' | 'initiative' | 'sponsor' | 'tags' | 'ownerId' | 'contributorIds'
>;

const TAGS = {
  setValueAs: (typed: string | string[]) =>
    (Array.isArray(typed) ? typed : typed.split(',')).map((tag) => tag.trim()).filter(Boolean),
};
const OPTIONAL = { setValueAs: (value: string) => value || undefined };

export interface PeopleFieldsProps extends GroupBind<People> {
  reference: PortfolioReference | undefined;
  mayChooseOwner: boolean;
  contributors: Pick<ContributorsFieldProps, 'value' | 'ownerId' | 'present' | 'onChange'>;
}

/** For whom, and who answers for it. */
export function PeopleFields(props: PeopleFieldsProps) {
  const { register, error, reference, mayChooseOwner, contributors } = props;
  const t = useTranslations('useCase.form');
  const units = useId();
  const initiatives = useId();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t('businessUnit')} hint={t('businessUnitHint')} error={error('businessUnit')} required>
        <Input list={units} autoComplete="off" {...register('businessUnit')} />
      </Field>
      <datalist id={units}>
        {reference?.businessUnits.map((unit) => (
          <option key={unit.id} value={unit.name} />
        ))}
      </datalist>
      <Field label={t('initiative')} hint={t('initiativeHint')} error={error('initiative')}>
        <Input list={initiatives} autoComplete="off" {...register('initiative')} />
      </Field>
      <datalist id={initiatives}>
        {reference?.initiatives.map((initiative) => (
          <option key={initiative.id} value={initiative.name} />
        ))}
      </datalist>
      {mayChooseOwner ? (
        <Field label={t('owner')} error={error('ownerId')}>
          <Select {...register('ownerId', OPTIONAL)}>
            <option value="">{t('ownerMe')}</option>
            {reference?.owners.map((owner) => (
              <option key={owner.id} value={owner.id}>
                {owner.name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <ContributorsField {...contributors} people={reference?.people ?? []} error={error('contributorIds')} />
      <Field label={t('sponsor')} hint={t('sponsorHint')} error={error('sponsor')}>
        <Input autoComplete="off" {...register('sponsor')} />
      </Field>
      <Field label={t('tags')} hint={t('tagsHint')} error={error('tags')}>
        <Input autoComplete="off" {...register('tags', TAGS)} />
      </Field>
    </div>
  );
}
