'use client';

import { APPROVAL_ROLES, type ApprovalRole } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Field } from '@jalon/ui/field';
import { formatDate } from '@jalon/ui/format';
import { Section } from '@jalon/ui/section';
import { Select } from '@jalon/ui/select';
import { useToast } from '@jalon/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';

/** Who approves beyond what their role gives them: named here, or lent by somebody until a day. */
export function ApproversSection() {
  const t = useTranslations('gatePolicy');
  const review = useTranslations('review');
  const locale = useLocale();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  const failed = useErrorToast();
  const approvers = useQuery(trpc.gatePolicy.approvers.queryOptions());
  const people = useQuery(trpc.people.list.queryOptions());
  const changed = () => queries.invalidateQueries(trpc.gatePolicy.pathFilter());
  const grant = useMutation(
    trpc.gatePolicy.grant.mutationOptions({
      onSuccess: async () => {
        await changed();
        toast({ tone: 'good', title: t('approverNamed') });
      },
      onError: failed,
    }),
  );
  const revoke = useMutation(trpc.gatePolicy.revoke.mutationOptions({ onSuccess: changed, onError: failed }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    grant.mutate({ userId: String(typed.get('person')), role: String(typed.get('role')) as ApprovalRole });
  };
  return (
    <Section title={t('approvers')} description={t('approversNote')}>
      <ul className="max-w-3xl">
        {approvers.data?.map(({ id, name, role, lentBy, until }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 border-line border-t py-1.5">
            <span className="font-medium">{name}</span>
            <span className="text-ink-2">{review(`role.${role}`)}</span>
            {lentBy && until ? (
              <span className="text-ink-3">
                {t('lentBy', { name: lentBy, day: formatDate(until, locale, 'UTC') })}
              </span>
            ) : null}
            <Button
              size="sm"
              variant="ghost"
              className="ml-auto"
              aria-label={t('removeApprover', { name, role: review(`role.${role}`) })}
              onClick={() => revoke.mutate({ grantId: id })}
            >
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
      <form className="mt-2 flex flex-wrap items-end gap-3" onSubmit={submit}>
        <Field label={t('person')} className="w-64">
          <Select name="person">
            {people.data?.people
              .filter((person) => !person.disabledAt)
              .map((person) => (
                <option key={person.id} value={person.id}>
                  {person.name}
                </option>
              ))}
          </Select>
        </Field>
        <Field label={t('approvesAs')} className="w-44">
          <Select name="role" defaultValue="FINANCE">
            {APPROVAL_ROLES.map((role) => (
              <option key={role} value={role}>
                {review(`role.${role}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit" pending={grant.isPending}>
          {t('nameApprover')}
        </Button>
      </form>
    </Section>
  );
}
