'use client';

import type { ProjectCandidate, StartFrom } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Select } from '@jalon/ui/select';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProblemList } from '@/features/stack/components/problem-list';
import { apiErrorData } from '@/lib/api-error';
import { useErrorToast } from '@/lib/use-error-toast';
import { useZodForm } from '@/lib/use-zod-form';
import { useTRPC } from '@/trpc/react';
import { StartChoice } from './start-choice';

export interface NewProjectFormProps {
  candidates: readonly ProjectCandidate[];
  /** Number of the use case to begin with. */
  preferred: number | null;
}

/** Comes with the form, not with the page. */
const loadSchema = () => import('../lib/new-project-schema').then((module) => module.newProjectSchema);

export function NewProjectForm({ candidates, preferred }: NewProjectFormProps) {
  const t = useTranslations('project');
  const router = useRouter();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useErrorToast();
  const [start, setStart] = useState<StartFrom>({ kind: 'SAMPLE' });
  const first = candidates.find((candidate) => candidate.number === preferred) ?? candidates[0];
  const form = useZodForm(loadSchema, {
    defaultValues: { useCaseId: first?.id, name: first?.title, slug: first?.suggestedSlug },
  });
  const { errors } = form.formState;
  const create = useMutation(
    trpc.project.create.mutationOptions({
      onSuccess: ({ slug }) => {
        void queries.invalidateQueries(trpc.project.pathFilter());
        router.push(`/projects/${slug}/stack`);
      },
      onError: (error) => {
        const detail = apiErrorData(error)?.details.find((candidate) => candidate.path === 'slug');
        if (detail) form.setError('slug', { message: t('slugTaken') }, { shouldFocus: true });
        else if (apiErrorData(error)?.code !== 'COMPOSE_INVALID') toast(error);
      },
    }),
  );
  const problems = apiErrorData(create.error)?.code === 'COMPOSE_INVALID' ? create.error : null;

  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={form.handleSubmit((input) => create.mutate({ ...input, start }))}
    >
      <Field label={t('useCase')} required error={errors.useCaseId?.message}>
        <Select
          {...form.register('useCaseId', {
            onChange: (event: { target: { value: string } }) => {
              const chosen = candidates.find((candidate) => candidate.id === event.target.value);
              if (!chosen) return;
              form.setValue('name', chosen.title);
              form.setValue('slug', chosen.suggestedSlug);
            },
          })}
        >
          {candidates.map((candidate) => (
            <option key={candidate.id} value={candidate.id}>
              UC-{candidate.number} · {candidate.title}
            </option>
          ))}
        </Select>
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t('name')} required error={errors.name?.message}>
          <Input {...form.register('name')} autoComplete="off" />
        </Field>
        <Field
          label={t('slug')}
          required
          hint={t('slugHint')}
          error={errors.slug ? (errors.slug.type === 'custom' ? t('slugTaken') : t('slugFormat')) : undefined}
        >
          <Input {...form.register('slug')} autoComplete="off" spellCheck={false} className="font-mono" />
        </Field>
      </div>
      <StartChoice value={start} onChange={setStart} />
      {problems ? <ProblemList problems={apiErrorData(problems)?.details ?? []} /> : null}
      <div>
        <Button type="submit" variant="primary" pending={create.isPending}>
          {t('create')}
        </Button>
      </div>
    </form>
  );
}
