'use client';

import {
  type DecideGateInput,
  type decideGateInputSchema,
  GATE_DECISIONS,
  type GateDecision,
  type GateView,
  type UseCaseDetail,
} from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Field } from '@jalon/ui/field';
import { Notice } from '@jalon/ui/notice';
import { Select } from '@jalon/ui/select';
import { Textarea } from '@jalon/ui/textarea';
import { useToast } from '@jalon/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { DefaultValues } from 'react-hook-form';
import type { z } from 'zod';
import { apiErrorCode } from '@/lib/api-error';
import { useErrorText } from '@/lib/use-error-text';
import { useZodForm } from '@/lib/use-zod-form';
import { useTRPC } from '@/trpc/react';
import { useTranslated } from '../../hooks/use-translated';
import { mayTake } from '../../lib/decisions';

const FindingFields = dynamic(
  () => import('../review/finding-fields').then((module) => module.FindingFields),
  {
    ssr: false,
  },
);

const loadSchema = () => import('@jalon/contracts').then((module) => module.decideGateInputSchema);

type Typed = z.input<typeof decideGateInputSchema>;

export interface DecisionFormProps {
  useCase: UseCaseDetail;
  gate: GateView;
}

/** A decision with its reason; once taken, nobody can rewrite it. */
export function DecisionForm({ useCase, gate }: DecisionFormProps) {
  const t = useTranslations('gate');
  const review = useTranslations('review');
  const describe = useErrorText();
  const say = useTranslated();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  const { version, estimateId, earlier, refusal } = gate;
  const revision = gate.round?.revision;
  const openFindings = gate.findings.filter((finding) => !finding.closed).length;
  const missing = gate.next?.terms.missing ?? [];
  const open = GATE_DECISIONS.filter((decision) => mayTake(decision, gate));
  const blank: DefaultValues<Typed> = {
    useCaseId: useCase.id,
    version,
    estimateId,
    revision,
    decision: undefined,
    rationale: '',
    findings: [{ title: '', severity: 'MEDIUM', ownerId: useCase.owner.id, dueDate: '' }],
  };
  const form = useZodForm<Typed, DecideGateInput>(loadSchema, {
    defaultValues: blank,
    // Findings belong to a conditional go; those typed before another decision was chosen stay behind.
    prepare: (values) => (values.decision === 'CONDITIONAL_GO' ? values : { ...values, findings: [] }),
  });
  // What is judged may be read again while the reason is being typed: the reason stays.
  useEffect(() => {
    form.setValue('version', version);
    form.setValue('estimateId', estimateId);
    form.setValue('revision', revision);
  }, [form, version, estimateId, revision]);
  const decide = useMutation(
    trpc.gate.decide.mutationOptions({
      onSuccess: async ({ decision }) => {
        toast({ tone: 'good', title: t('decided', { decision: t(`decision.${decision}`) }) });
        form.reset(blank);
        await Promise.all(
          [trpc.gate, trpc.useCase, trpc.portfolio].map((area) =>
            queries.invalidateQueries(area.pathFilter()),
          ),
        );
      },
      onError: () =>
        Promise.all([trpc.gate, trpc.useCase].map((area) => queries.invalidateQueries(area.pathFilter()))),
    }),
  );
  const code = apiErrorCode(decide.error);
  const { errors } = form.formState;
  const decision = form.watch('decision') as GateDecision | undefined;
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={form.handleSubmit((input) => decide.mutate(input))}
    >
      {refusal === 'OWN_USE_CASE' ? <Notice tone="info" title={t('ownUseCase')} /> : null}
      {gate.next && gate.next.open > 0 ? (
        <p className="text-ink-2">{t('openItems', { count: gate.next.open })}</p>
      ) : null}
      {openFindings > 0 ? (
        <p className="text-ink-2">{review('openFindings', { count: openFindings })}</p>
      ) : null}
      {missing.length > 0 ? (
        <p className="text-ink-2">
          {review('missing', { roles: missing.map(({ role }) => review(`role.${role}`)).join(', ') })}
        </p>
      ) : null}
      {decide.isError ? (
        <Notice
          tone="bad"
          title={
            code === 'STALE_VERSION'
              ? t('stale')
              : code === 'GATE_NOT_MET'
                ? t('notMet')
                : describe(decide.error).title
          }
        >
          {describe(decide.error).reference}
        </Notice>
      ) : null}
      <fieldset>
        <legend className="mb-1 font-medium text-xs">{t('decisionLabel')}</legend>
        <div className="flex flex-col border-line border-t">
          {GATE_DECISIONS.map((known) => {
            const possible = open.includes(known);
            return (
              <label
                key={known}
                className={`flex items-start gap-2.5 border-line border-b py-1.5 ${possible ? 'cursor-pointer' : 'text-ink-3'}`}
              >
                <input
                  type="radio"
                  value={known}
                  disabled={!possible}
                  className="mt-0.5 size-4 accent-accent"
                  {...form.register('decision')}
                />
                <span>
                  <span className="block font-medium">{t(`decision.${known}`)}</span>
                  <span className="block text-ink-3 text-xs">{t(`decisionText.${known}`)}</span>
                </span>
              </label>
            );
          })}
        </div>
        {errors.decision?.message ? <p className="mt-1 text-bad text-xs">{errors.decision.message}</p> : null}
      </fieldset>
      {decision === 'PIVOT' ? (
        <Field label={t('pivotTo')} error={errors.pivotTo?.message}>
          <Select {...form.register('pivotTo', { setValueAs: (value: string) => value || undefined })}>
            {[...earlier].reverse().map((stage) => (
              <option key={stage.key} value={stage.key}>
                {say(stage.name)}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      {decision === 'CONDITIONAL_GO' ? (
        <FindingFields form={form} people={gate.people} ownerId={useCase.owner.id} />
      ) : null}
      <Field label={t('rationale')} hint={t('rationaleHint')} error={errors.rationale?.message} required>
        <Textarea {...form.register('rationale')} />
      </Field>
      <div>
        <Button type="submit" variant="primary" pending={decide.isPending}>
          {t('record')}
        </Button>
      </div>
    </form>
  );
}
