'use client';

import { BENEFIT_TYPES, type CreateUseCaseInput, type DraftSummary, type DraftView } from '@jalon/contracts';
import { Field } from '@jalon/ui/field';
import { Money } from '@jalon/ui/money';
import { Notice } from '@jalon/ui/notice';
import { PageHeader } from '@jalon/ui/page-header';
import { Select } from '@jalon/ui/select';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { get, type Path, useWatch } from 'react-hook-form';
import { useErrorText } from '@/lib/use-error-text';
import { useZodForm } from '@/lib/use-zod-form';
import { useTRPC } from '@/trpc/react';
import { useCreateUseCase } from '../../hooks/use-create-use-case';
import { useDraft } from '../../hooks/use-draft';
import { draftHref } from '../../lib/local-draft';
import { emptyUseCase, type NewUseCaseInput, withoutEmptyGroups } from '../../lib/new-use-case-form';
import { previewTarget, previewValue } from '../../lib/preview-value';
import { EstimateFields } from '../form/estimate-fields';
import { KpiFields } from '../form/kpi-fields';
import { NeedFields } from '../form/need-fields';
import { PeopleFields } from '../form/people-fields';
import { Rating } from '../form/rating';
import { ValuePreview } from '../form/value-preview';
import { DraftList } from './draft-list';
import { DraftNotice } from './draft-notice';
import { FormGroup } from './form-group';
import { SaveBar } from './save-bar';

/** Not part of the first load: nothing is judged before the first field is left. */
const loadSchema = () => import('@jalon/contracts').then((module) => module.createUseCaseFormSchema);

export interface NewUseCaseViewProps {
  userId: string;
  mayChooseOwner: boolean;
  /** The draft that the page goes on with; null for a new one. */
  opened: DraftView | null;
  drafts: readonly DraftSummary[];
  /** The address names a draft that is not there. */
  missing: boolean;
}

/** One page, four short groups; what is typed is kept at every pause and drawn as it is typed. */
export function NewUseCaseView(props: NewUseCaseViewProps) {
  const { userId, mayChooseOwner, opened, drafts, missing } = props;
  const t = useTranslations('useCase.form');
  const benefit = useTranslations('useCase.benefit');
  const describe = useErrorText();
  const reference = useQuery(useTRPC().reference.portfolio.queryOptions());
  const [empty] = useState(() => emptyUseCase(new Date()));
  const form = useZodForm<NewUseCaseInput, CreateUseCaseInput>(loadSchema, {
    defaultValues: opened ? { ...empty, ...opened.values } : empty,
    prepare: withoutEmptyGroups,
    mode: 'onTouched',
  });
  const draft = useDraft(form, {
    opened,
    knownIds: drafts.map(({ id }) => id),
    userId,
    empty,
    // The address alone: the server is not asked for the page again.
    onAddress: (id) => window.history.replaceState(null, '', draftHref(id)),
  });
  const create = useCreateUseCase(form, draft);
  const { errors } = form.formState;
  const bind = (group: 'estimate' | 'kpi' | '') => {
    const nameOf = (name: string) => (group ? `${group}.${name}` : name) as Path<NewUseCaseInput>;
    return {
      register: (name: string, options?: object) => form.register(nameOf(name), options),
      error: (name: string): string | undefined =>
        (get(errors, nameOf(name)) as { message?: string } | undefined)?.message,
    };
  };
  const [estimate, kpi, feasibility = 3, risk = 3, contributorIds = [], ownerId] = useWatch({
    control: form.control,
    name: ['estimate', 'kpi', 'feasibility', 'risk', 'contributorIds', 'ownerId'],
  });
  const discountRate = reference.data?.discountRate ?? '0.08';
  const preview = estimate ? previewValue(estimate, discountRate) : null;
  const worth = kpi ? previewTarget(kpi) : null;
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit((input) => create.mutate({ ...input, draftId: draft.id() }))}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      <PageHeader title={t('pageTitle')} description={t('pageDescription')} />
      <DraftNotice draft={draft} missing={missing} />
      <DraftList drafts={drafts.filter(({ id }) => id !== opened?.id)} />
      {create.isError && !create.placed ? (
        <Notice tone="bad" title={describe(create.error).title} className="mb-5 max-w-3xl">
          {describe(create.error).reference}
        </Notice>
      ) : null}
      <div className="grid gap-x-12 lg:grid-cols-[minmax(0,44rem)_minmax(16rem,22rem)]">
        <div className="min-w-0">
          <FormGroup title={t('groupNeed')} description={t('groupNeedText')}>
            <NeedFields {...bind('')} />
          </FormGroup>
          <FormGroup title={t('groupValue')} description={t('groupValueText')}>
            <div className="mb-4 grid gap-4 sm:grid-cols-3">
              <Field label={t('benefitType')} error={errors.benefitType?.message}>
                <Select {...form.register('benefitType')}>
                  {BENEFIT_TYPES.map((type) => (
                    <option key={type} value={type}>
                      {benefit(type)}
                    </option>
                  ))}
                </Select>
              </Field>
              <Rating
                label={t('feasibility')}
                ends={[t('hard'), t('easy')]}
                value={feasibility}
                onChange={(value) => form.setValue('feasibility', value, { shouldDirty: true })}
              />
              <Rating
                label={t('risk')}
                ends={[t('lowRisk'), t('highRisk')]}
                value={risk}
                onChange={(value) => form.setValue('risk', value, { shouldDirty: true })}
              />
            </div>
            <EstimateFields {...bind('estimate')} currency={estimate?.currency} />
            <div className="mt-6 lg:hidden">
              <ValuePreview preview={preview} discountRate={discountRate} />
            </div>
          </FormGroup>
          <FormGroup title={t('groupKpi')} description={t('groupKpiText')}>
            <KpiFields {...bind('kpi')} />
            {worth ? (
              <p className="mt-3 text-ink-2" aria-live="polite">
                {t.rich('targetWorth', {
                  amount: () => <Money value={worth} className="font-semibold text-ink" />,
                })}
              </p>
            ) : null}
          </FormGroup>
          <FormGroup title={t('groupPeople')} description={t('groupPeopleText')}>
            <PeopleFields
              {...bind('')}
              reference={reference.data}
              mayChooseOwner={mayChooseOwner}
              contributors={{
                value: contributorIds,
                ownerId: ownerId || userId,
                onChange: (value) => form.setValue('contributorIds', value, { shouldDirty: true }),
              }}
            />
          </FormGroup>
        </div>
        <aside className="min-w-0 border-line border-t pt-4 max-lg:hidden lg:sticky lg:top-16 lg:self-start">
          <ValuePreview preview={preview} discountRate={discountRate} />
        </aside>
      </div>
      <SaveBar
        draft={draft}
        pending={create.isPending || create.isSuccess}
        wrong={Object.keys(errors).length > 0}
      />
    </form>
  );
}
