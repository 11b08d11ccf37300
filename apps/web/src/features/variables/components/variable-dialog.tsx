'use client';

import { setVariableInput } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Checkbox } from '@jalon/ui/checkbox';
import { Dialog } from '@jalon/ui/dialog';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Notice } from '@jalon/ui/notice';
import { Textarea } from '@jalon/ui/textarea';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useProject } from '@/features/projects/hooks/use-project';
import { useErrorText } from '@/lib/use-error-text';
import { useZodForm } from '@/lib/use-zod-form';
import { useTRPC } from '@/trpc/react';
import type { Place } from '../hooks/use-scope-text';
import { PlaceField } from './place-field';
import type { Editing } from './variables-view';

/** Names that are secrets more often than not. */
const SECRET_NAME = /PASSWORD|SECRET|TOKEN|KEY/i;

export interface VariableDialogProps {
  editing: NonNullable<Editing>;
  /** Services of the file, which a variable can be set for. */
  services: readonly string[];
  onClose: () => void;
}

/** Sets a variable. A secret's field is always empty: its value cannot be read back. */
export function VariableDialog({ editing, services, onClose }: VariableDialogProps) {
  const t = useTranslations('variables');
  const common = useTranslations('common');
  const describe = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { environment } = useProject();
  const { name, present } = editing;
  const [place, setPlace] = useState<Place>(present ?? { scope: 'ENVIRONMENT', service: null });
  const form = useZodForm(setVariableInput, {
    defaultValues: {
      environmentId: environment.id,
      name,
      value: present?.value ?? '',
      secret: present?.secret ?? SECRET_NAME.test(name),
    },
  });
  const { errors } = form.formState;
  const save = useMutation(
    trpc.variable.set.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.variable.pathFilter());
        onClose();
      },
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={present ? t('edit', { name }) : t('add')}
      description={t('dialogText')}
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={form.handleSubmit((input) =>
          save.mutate({ ...input, scope: place.scope, service: place.service ?? undefined }),
        )}
      >
        {save.isError ? <Notice tone="bad" title={describe(save.error).title} /> : null}
        <Field label={t('name')} required hint={t('nameHint')} error={errors.name?.message}>
          <Input
            {...form.register('name')}
            readOnly={present !== null}
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
          />
        </Field>
        <Field
          label={t('value')}
          hint={present?.secret ? t('secretHint') : undefined}
          error={errors.value ? t('masked') : undefined}
        >
          <Textarea {...form.register('value')} rows={2} spellCheck={false} className="font-mono text-xs" />
        </Field>
        <PlaceField place={place} services={services} isFixed={present !== null} onChange={setPlace} />
        <Checkbox {...form.register('secret')} label={t('secret')} hint={t('secretText')} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" pending={save.isPending}>
            {common('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
