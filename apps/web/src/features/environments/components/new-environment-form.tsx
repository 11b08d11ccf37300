'use client';

import { ENVIRONMENT_KINDS, type HostView } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { NumberInput } from '@jalon/ui/number-input';
import { Select } from '@jalon/ui/select';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { QueryError } from '@/features/projects/components/query-error';
import { useProject } from '@/features/projects/hooks/use-project';
import { projectAddress } from '@/features/projects/lib/environment-address';
import { apiErrorData } from '@/lib/api-error';
import { useErrorToast } from '@/lib/use-error-toast';
import { useZodForm } from '@/lib/use-zod-form';
import { useTRPC } from '@/trpc/react';
import { DraftSummary } from './draft-summary';

const loadSchema = () =>
  import('../lib/new-environment-schema').then((module) => module.newEnvironmentSchema);

/** The next kind that the project lacks, in the order in which a model travels. */
function nextKind(environments: readonly { kind: string }[]) {
  const used = new Set(environments.map(({ kind }) => kind));
  return ENVIRONMENT_KINDS.find((kind) => !used.has(kind)) ?? 'STAGING';
}

export function NewEnvironmentForm({ hosts }: { hosts: readonly HostView[] }) {
  const t = useTranslations('environment');
  const router = useRouter();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useErrorToast();
  const { project, environment } = useProject();
  const kind = nextKind(project.environments);
  const form = useZodForm(loadSchema, {
    defaultValues: {
      projectId: project.id,
      kind,
      slug: kind.toLowerCase(),
      hostId: environment.host.id,
      copyFromId: environment.id,
    },
  });
  const { errors } = form.formState;
  const copyFromId = form.watch('copyFromId');
  const draft = useQuery(trpc.environment.draft.queryOptions({ projectId: project.id, copyFromId }));
  const port = draft.data?.modelPort ?? null;
  const { setValue, getFieldState } = form;
  useEffect(() => {
    // What was typed stays.
    if (port !== null && !getFieldState('modelPort').isDirty) setValue('modelPort', port);
  }, [port, setValue, getFieldState]);
  const create = useMutation(
    trpc.environment.create.mutationOptions({
      onSuccess: async ({ slug, missing }) => {
        await queries.invalidateQueries(trpc.project.pathFilter());
        const page = missing.length > 0 ? 'variables' : 'stack';
        router.push(projectAddress(project, slug, page));
      },
      onError: (error) => {
        const isTaken = apiErrorData(error)?.details.some(({ path }) => path === 'slug') ?? false;
        if (isTaken) form.setError('slug', { type: 'server' }, { shouldFocus: true });
        else toast(error);
      },
    }),
  );
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={form.handleSubmit((input) => create.mutate(input))}
    >
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t('kind')} required hint={t(`kindText.${form.watch('kind')}`)}>
          <Select
            {...form.register('kind', {
              onChange: (event: { target: { value: string } }) => {
                if (!getFieldState('slug').isDirty) setValue('slug', event.target.value.toLowerCase());
              },
            })}
          >
            {ENVIRONMENT_KINDS.map((known) => (
              <option key={known} value={known}>
                {t(`kindName.${known}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label={t('slug')}
          required
          hint={t('slugHint')}
          error={errors.slug ? t(errors.slug.type === 'server' ? 'slugTaken' : 'slugFormat') : undefined}
        >
          <Input {...form.register('slug')} autoComplete="off" spellCheck={false} className="font-mono" />
        </Field>
        <Field label={t('host')} required error={errors.hostId?.message}>
          <Select {...form.register('hostId')}>
            {hosts.map((host) => (
              <option key={host.id} value={host.id}>
                {host.name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('copyFrom')} hint={t('copyFromHint')}>
          <Select {...form.register('copyFromId', { setValueAs: (value: string | null) => value || null })}>
            {project.environments.map(({ id, slug }) => (
              <option key={id} value={id}>
                {slug}
              </option>
            ))}
            <option value="">{t('copyFromNone')}</option>
          </Select>
        </Field>
      </div>
      {draft.isError ? (
        <QueryError title={t('draftFailed')} error={draft.error} onRetry={() => void draft.refetch()} />
      ) : (
        <DraftSummary draft={draft.data} />
      )}
      {port === null ? null : (
        <Field label={t('modelPort')} hint={t('modelPortHint')} error={errors.modelPort?.message}>
          <NumberInput
            {...form.register('modelPort', {
              setValueAs: (value: string | number) => (value === '' ? undefined : Number(value)),
            })}
            className="max-w-40"
          />
        </Field>
      )}
      <div>
        <Button type="submit" variant="primary" pending={create.isPending || create.isSuccess}>
          {t('create')}
        </Button>
      </div>
    </form>
  );
}
