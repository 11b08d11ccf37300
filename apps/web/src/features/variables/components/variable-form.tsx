'use client';

import { type ScopedValue, type VariableContent, variableContentSchema } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Checkbox } from '@jalon/ui/checkbox';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Notice } from '@jalon/ui/notice';
import { Textarea } from '@jalon/ui/textarea';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useErrorText } from '@/lib/use-error-text';
import { useZodForm } from '@/lib/use-zod-form';

/** Names that are secrets more often than not. */
const SECRET_NAME = /PASSWORD|SECRET|TOKEN|KEY/i;

export interface VariableFormProps {
  name: string;
  /** The value that is changed; null: the variable is new. */
  present: Pick<ScopedValue, 'secret' | 'value'> | null;
  /** Names that a new one may not have: adding it would change another. */
  taken?: readonly string[];
  saving: { error: unknown; isPending: boolean };
  onSave: (content: VariableContent) => void;
  onClose: () => void;
  /** Called with a name whenever one has been typed. */
  onName?: (name: string) => void;
  /** Between the value and whether it is secret. */
  children?: ReactNode;
}

/** Name, value and secrecy of a variable of any scope. A secret's field is always empty: its value cannot be read back. */
export function VariableForm(props: VariableFormProps) {
  const { name, present, taken = [], saving, onSave, onClose, onName, children } = props;
  const t = useTranslations('variables');
  const common = useTranslations('common');
  const describe = useErrorText();
  const form = useZodForm(variableContentSchema, {
    defaultValues: {
      name,
      value: present?.value ?? '',
      secret: present?.secret ?? SECRET_NAME.test(name),
    },
  });
  const { errors } = form.formState;
  const save = (content: VariableContent) => {
    if (present === null && taken.includes(content.name)) {
      form.setError('name', { message: t('taken', { name: content.name }) }, { shouldFocus: true });
      return;
    }
    if (present?.secret && content.secret && content.value === '') {
      form.setError('value', { message: t('secretEmpty') }, { shouldFocus: true });
      return;
    }
    onSave(content);
  };
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={form.handleSubmit(save)}>
      {saving.error ? <Notice tone="bad" title={describe(saving.error).title} /> : null}
      <Field label={t('name')} required hint={t('nameHint')} error={errors.name?.message}>
        <Input
          {...form.register('name', { onBlur: (event) => onName?.(event.target.value.trim()) })}
          readOnly={present !== null}
          autoComplete="off"
          spellCheck={false}
          className="font-mono"
        />
      </Field>
      <Field
        label={t('value')}
        hint={present?.secret ? t('secretHint') : undefined}
        error={errors.value?.type === 'custom' ? t('masked') : errors.value?.message}
      >
        <Textarea {...form.register('value')} rows={2} spellCheck={false} className="font-mono text-xs" />
      </Field>
      {children}
      <Checkbox {...form.register('secret')} label={t('secret')} hint={t('secretText')} />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button type="submit" variant="primary" pending={saving.isPending}>
          {common('save')}
        </Button>
      </div>
    </form>
  );
}
