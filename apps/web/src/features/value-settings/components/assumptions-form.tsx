'use client';

import {
  type SaveValueSettingsInput,
  STAGE_KEYS,
  type StageKey,
  type ValueAssumptions,
  type ValueSettingsView,
} from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Field } from '@jalon/ui/field';
import { Notice } from '@jalon/ui/notice';
import { NumberInput } from '@jalon/ui/number-input';
import { Section } from '@jalon/ui/section';
import { useToast } from '@jalon/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { apiErrorCode } from '@/lib/api-error';
import { useErrorText } from '@/lib/use-error-text';
import { useZodForm } from '@/lib/use-zod-form';
import { useTRPC } from '@/trpc/react';
import { asPercent, fromPercent } from '../lib/percent';
import { ReachTable } from './reach-table';

/** Comes with the form, not with the page. */
const loadSchema = () => import('../lib/assumptions-schema').then((module) => module.assumptionsSchema);

type Reach = Record<StageKey, string>;
interface Typed extends ValueAssumptions {
  was: ValueAssumptions;
}

/** The same for every stage. */
const eachStage = (make: (key: StageKey) => string): Reach =>
  Object.fromEntries(STAGE_KEYS.map((key) => [key, make(key)])) as Reach;

function assumptionsOf({ discountRate, stages }: ValueSettingsView): ValueAssumptions {
  const of = (key: StageKey) => stages.find(({ stage }) => stage.key === key)?.stage.reachProbability ?? '0';
  return { discountRate, reach: eachStage(of) };
}

/** As it stands in the fields: percentages. */
function typedOf(settings: ValueSettingsView): Typed {
  const was = assumptionsOf(settings);
  return {
    discountRate: asPercent(was.discountRate),
    reach: eachStage((key) => asPercent(was.reach[key])),
    was,
  };
}

/** The discount rate and the probabilities of the stages, edited together. */
export function AssumptionsForm({ settings }: { settings: ValueSettingsView }) {
  const t = useTranslations('valueSettings');
  const common = useTranslations('common');
  const describe = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  const form = useZodForm<Typed, SaveValueSettingsInput>(loadSchema, {
    defaultValues: typedOf(settings),
    prepare: ({ discountRate, reach, was }) => ({
      discountRate: fromPercent(discountRate),
      reach: eachStage((key) => fromPercent(reach[key])),
      was,
    }),
  });
  // What is written over is what was read last; what is being typed stays.
  useEffect(() => form.setValue('was', assumptionsOf(settings)), [form, settings]);
  const save = useMutation(
    trpc.valueSettings.save.mutationOptions({
      onSuccess: async (saved) => {
        queries.setQueryData(trpc.valueSettings.get.queryKey(), saved);
        form.reset(typedOf(saved));
        toast({ tone: 'good', title: t('saved') });
        await queries.invalidateQueries();
      },
      onError: () => queries.invalidateQueries(trpc.valueSettings.pathFilter()),
    }),
  );
  const { errors } = form.formState;
  const stale = apiErrorCode(save.error) === 'STALE_VERSION';
  return (
    <form
      noValidate
      className="flex max-w-3xl flex-col gap-8"
      onSubmit={form.handleSubmit((input) => save.mutate(input))}
    >
      {save.isError ? (
        <Notice tone="bad" title={stale ? t('stale') : describe(save.error).title}>
          {describe(save.error).reference}
        </Notice>
      ) : null}
      <Section title={t('discountTitle')}>
        <Field
          label={t('discountRate')}
          hint={t('discountHint')}
          error={errors.discountRate?.message}
          className="w-56"
        >
          <NumberInput suffix="%" {...form.register('discountRate')} />
        </Field>
      </Section>
      <Section title={t('reachTitle')} description={t('reachNote')}>
        <ReachTable
          stages={settings.stages}
          register={(key) => form.register(`reach.${key}`)}
          error={(key) => errors.reach?.[key]?.message}
        />
      </Section>
      <div>
        <Button type="submit" variant="primary" pending={save.isPending}>
          {common('save')}
        </Button>
      </div>
    </form>
  );
}
