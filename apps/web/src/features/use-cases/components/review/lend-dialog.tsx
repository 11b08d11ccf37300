'use client';

import type { ApprovalRole, GateView } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Notice } from '@jalon/ui/notice';
import { Select } from '@jalon/ui/select';
import { useToast } from '@jalon/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';

export interface LendDialogProps {
  roles: readonly ApprovalRole[];
  people: GateView['people'];
  onClose: () => void;
}

/** Lends the right to approve in a role until the end of a day, in the reader's time zone. */
export function LendDialog({ roles, people, onClose }: LendDialogProps) {
  const t = useTranslations('review');
  const common = useTranslations('common');
  const validation = useTranslations('validation');
  const describe = useErrorText();
  const trpc = useTRPC();
  const toast = useToast();
  const [missing, setMissing] = useState(false);
  const lend = useMutation(
    trpc.gate.lend.mutationOptions({
      onSuccess: ({ to }) => {
        toast({ tone: 'good', title: t('lent', { name: to }) });
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const day = String(typed.get('until') ?? '');
    setMissing(!day);
    if (!day) return;
    lend.mutate({
      toUserId: String(typed.get('to')),
      role: String(typed.get('role')) as ApprovalRole,
      until: new Date(`${day}T23:59:59.999`),
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('lendTitle')}
      description={t('lendText')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form="lend-approval" variant="primary" pending={lend.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id="lend-approval" noValidate className="flex flex-col gap-4" onSubmit={submit}>
        {lend.isError ? <Notice tone="bad" title={describe(lend.error).title} /> : null}
        <Field label={t('lendTo')}>
          <Select name="to">
            {people.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('approveAs')}>
          <Select name="role">
            {roles.map((role) => (
              <option key={role} value={role}>
                {t(`role.${role}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('until')} error={missing ? validation('required') : undefined} required>
          <Input type="date" name="until" />
        </Field>
      </form>
    </Dialog>
  );
}
