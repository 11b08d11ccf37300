'use client';

import {
  BENEFIT_TYPES,
  type UpdateUseCaseInput,
  type UseCaseDetail,
  updateUseCaseInputSchema,
} from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Field } from '@jalon/ui/field';
import { Notice } from '@jalon/ui/notice';
import { Select } from '@jalon/ui/select';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { get, type Path, useWatch } from 'react-hook-form';
import { apiErrorCode } from '@/lib/api-error';
import { useErrorText } from '@/lib/use-error-text';
import { useZodForm } from '@/lib/use-zod-form';
import { useTRPC } from '@/trpc/react';
import { useEditConflict } from '../../hooks/use-edit-conflict';
import { type EditInput, editValuesOf } from '../../lib/edit-values';
import { NeedFields } from '../form/need-fields';
import { PeopleFields } from '../form/people-fields';
import { Rating } from '../form/rating';
import { EditConflictPanel } from './edit-conflict-panel';

/** Changes the fields of a use case. When somebody else was quicker, says who and keeps what was typed. */
export function EditDialog({ useCase, onClose }: { useCase: UseCaseDetail; onClose: () => void }) {
  const t = useTranslations('useCase');
  const form = useTranslations('useCase.form');
  const common = useTranslations('common');
  const describe = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const session = useQuery(trpc.session.me.queryOptions());
  const reference = useQuery(trpc.reference.portfolio.queryOptions());
  const edit = useZodForm<EditInput, UpdateUseCaseInput>(updateUseCaseInputSchema, {
    defaultValues: editValuesOf(useCase),
    mode: 'onTouched',
  });
  const { conflict, looking, look, settle } = useEditConflict(edit, useCase);
  const update = useMutation(
    trpc.useCase.update.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.useCase.pathFilter());
        await queries.invalidateQueries(trpc.gate.pathFilter());
        onClose();
      },
      onError: (error) => {
        if (apiErrorCode(error) === 'STALE_VERSION') void look();
      },
    }),
  );
  // Reading dirtyFields makes the form keep track of them.
  const { errors, dirtyFields: _dirty } = edit.formState;
  const bind = {
    register: (name: string, options?: object) => edit.register(name as Path<EditInput>, options),
    error: (name: string) => (get(errors, name) as { message?: string } | undefined)?.message,
  };
  const [feasibility = 3, risk = 3, contributorIds = [], ownerId] = useWatch({
    control: edit.control,
    name: ['feasibility', 'risk', 'contributorIds', 'ownerId'],
  });
  const stale = apiErrorCode(update.error) === 'STALE_VERSION';
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      size="lg"
      title={t('editTitle')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form="edit-use-case" variant="primary" pending={update.isPending || looking}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form
        id="edit-use-case"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={edit.handleSubmit((input) => update.mutate(input))}
      >
        {update.isError ? (
          <Notice tone="bad" title={stale ? t('staleTitle') : describe(update.error).title}>
            {describe(update.error).reference}
          </Notice>
        ) : null}
        {conflict ? (
          <EditConflictPanel
            key={conflict.latest.version}
            conflict={conflict}
            people={[
              ...useCase.contributors,
              ...conflict.latest.contributors,
              ...(reference.data?.people ?? []),
            ]}
            onSettle={(chosen) => {
              settle(chosen);
              update.reset();
            }}
          />
        ) : null}
        <NeedFields {...bind} />
        <div className="grid gap-4 sm:grid-cols-3">
          <Field label={form('benefitType')}>
            <Select {...edit.register('benefitType')}>
              {BENEFIT_TYPES.map((type) => (
                <option key={type} value={type}>
                  {t(`benefit.${type}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Rating
            label={form('feasibility')}
            ends={[form('hard'), form('easy')]}
            value={feasibility}
            onChange={(value) => edit.setValue('feasibility', value, { shouldDirty: true })}
          />
          <Rating
            label={form('risk')}
            ends={[form('lowRisk'), form('highRisk')]}
            value={risk}
            onChange={(value) => edit.setValue('risk', value, { shouldDirty: true })}
          />
        </div>
        <PeopleFields
          {...bind}
          reference={reference.data}
          mayChooseOwner={session.data?.role === 'ADMIN'}
          contributors={{
            value: contributorIds,
            ownerId: ownerId || useCase.owner.id,
            present: [...useCase.contributors, ...(conflict?.latest.contributors ?? [])],
            onChange: useCase.rights.contributors
              ? (value) => edit.setValue('contributorIds', value, { shouldDirty: true })
              : null,
          }}
        />
      </form>
    </Dialog>
  );
}
