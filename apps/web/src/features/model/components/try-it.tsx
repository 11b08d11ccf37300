'use client';

import { Button } from '@jalon/ui/button';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Sparkles } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { QueryError } from '@/features/projects/components/query-error';
import { useProject } from '@/features/projects/hooks/use-project';
import { apiErrorData } from '@/lib/api-error';
import { useTRPC } from '@/trpc/react';
import { readSchema, type SchemaField, toInstance } from '../lib/read-schema';
import { CurlExample } from './curl-example';
import { PredictionResult } from './prediction-result';
import { SchemaInput } from './schema-input';

/** A form drawn from the model's own schema, filled with an example. */
export function TryIt() {
  const t = useTranslations('model');
  const { environment } = useProject();
  const schema = useQuery(useTRPC().model.schema.queryOptions({ environmentId: environment.id }));
  return (
    <Section title={t('tryIt')} description={t('tryItText')}>
      {schema.isPending ? <SkeletonRows rows={6} /> : null}
      {schema.isError ? (
        <QueryError title={t('schemaFailed')} error={schema.error} onRetry={() => void schema.refetch()} />
      ) : null}
      {schema.data ? (
        <TryItForm
          key={JSON.stringify(schema.data.input)}
          fields={readSchema(schema.data.input)}
          predictUrl={schema.data.predictUrl}
        />
      ) : null}
    </Section>
  );
}

function TryItForm({ fields, predictUrl }: { fields: readonly SchemaField[]; predictUrl: string }) {
  const t = useTranslations('model');
  const { environment } = useProject();
  const [values, setValues] = useState(() =>
    Object.fromEntries(fields.map((field) => [field.name, field.example])),
  );
  const predict = useMutation(useTRPC().model.predict.mutationOptions());
  const refused = apiErrorData(predict.error);
  const errorOf = (name: string) => refused?.details.find((detail) => detail.path === name)?.message;
  const instance = toInstance(fields, values);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    predict.mutate({ environmentId: environment.id, input: instance });
  };
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <form noValidate onSubmit={submit}>
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 xl:grid-cols-3">
          {fields.map((field) => (
            <SchemaInput
              key={field.name}
              field={field}
              value={values[field.name] ?? ''}
              error={errorOf(field.name)}
              onChange={(value) => setValues((previous) => ({ ...previous, [field.name]: value }))}
            />
          ))}
        </div>
        <Button
          type="submit"
          variant="primary"
          icon={<Sparkles aria-hidden size={15} />}
          pending={predict.isPending}
          className="mt-4"
        >
          {t('predict')}
        </Button>
      </form>
      <div className="flex min-w-0 flex-col gap-5">
        <PredictionResult prediction={predict.data ?? null} error={predict.error} />
        <CurlExample url={predictUrl} instance={instance} />
      </div>
    </div>
  );
}
