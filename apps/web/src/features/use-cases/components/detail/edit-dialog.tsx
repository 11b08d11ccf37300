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
import { useState } from 'react';
import { get, type Path, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { apiErrorCode } from '@/lib/api-error';
import { useErrorText } from '@/lib/use-error-text';
import { useErrorToast } from '@/lib/use-error-toast';
import { useZodForm } from '@/lib/use-zod-form';
import { useTRPC } from '@/trpc/react';
import { NeedFields } from '../form/need-fields';
import { PeopleFields } from '../form/people-fields';
import { Rating } from '../form/rating';

type EditInput = z.input<typeof updateUseCaseInputSchema>;

function valuesOf(useCase: UseCaseDetail): EditInput {
  const { id, version, title, problemStatement, expectedOutcome, sponsor, benefitType } = useCase;
  const { feasibility, risk, tags, businessUnit, owner } = useCase;
  const texts = { title, problemStatement, expectedOutcome, sponsor, benefitType };
  return {
    id,
    version,
    ...texts,
    feasibility,
    risk,
    tags,
    businessUnit: businessUnit.name,
    ownerId: owner.id,
  };
}

/** Changes the fields of a use case. When somebody else was quicker, says who and keeps what was typed. */
export function EditDialog({ useCase, onClose }: { useCase: UseCaseDetail; onClose: () => void }) {
  const t = useTranslations('useCase');
  const form = useTranslations('useCase.form');
  const common = useTranslations('common');
  const describe = useErrorText();
  const tell = useErrorToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const session = useQuery(trpc.session.me.queryOptions());
  const reference = useQuery(trpc.reference.portfolio.queryOptions());
  const edit = useZodForm<EditInput, UpdateUseCaseInput>(updateUseCaseInputSchema, {
    defaultValues: valuesOf(useCase),
    mode: 'onTouched',
  });
  const update = useMutation(
    trpc.useCase.update.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.useCase.pathFilter());
        await queries.invalidateQueries(trpc.gate.pathFilter());
        onClose();
      },
    }),
  );
  // Reading dirtyFields makes the form keep track of them.
  const { errors, dirtyFields: _dirty } = edit.formState;
  const bind = {
    register: (name: string, options?: object) => edit.register(name as Path<EditInput>, options),
    error: (name: string) => (get(errors, name) as { message?: string } | undefined)?.message,
  };
  const [feasibility = 3, risk = 3] = useWatch({ control: edit.control, name: ['feasibility', 'risk'] });
  const [merging, setMerging] = useState(false);
  const stale = apiErrorCode(update.error) === 'STALE_VERSION';
  const takeLatest = async (): Promise<void> => {
    setMerging(true);
    try {
      const latest = await queries.fetchQuery({
        ...trpc.useCase.get.queryOptions({ number: useCase.number }),
        staleTime: 0,
      });
      // Theirs where nothing was typed here, ours where something was.
      edit.reset(valuesOf(latest), { keepDirtyValues: true });
      edit.setValue('version', latest.version);
      update.reset();
    } catch (error) {
      tell(error);
    } finally {
      setMerging(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      size="lg"
      title={t('editTitle')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form="edit-use-case" variant="primary" pending={update.isPending || merging}>
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
          <Notice
            tone="bad"
            title={stale ? t('staleTitle') : describe(update.error).title}
            action={
              stale ? (
                <Button size="sm" onClick={() => void takeLatest()}>
                  {t('staleKeepMine')}
                </Button>
              ) : null
            }
          >
            {stale ? update.error.message : describe(update.error).reference}
          </Notice>
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
        <PeopleFields {...bind} reference={reference.data} mayChooseOwner={session.data?.role === 'ADMIN'} />
      </form>
    </Dialog>
  );
}
