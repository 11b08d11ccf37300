'use client';

import type { ApprovalRole, GateView } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Field } from '@jalon/ui/field';
import { Select } from '@jalon/ui/select';
import { Textarea } from '@jalon/ui/textarea';
import { useToast } from '@jalon/ui/toast';
import { useMutation } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiErrorCode } from '@/lib/api-error';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';
import { useGateChanged } from '../../hooks/use-gate-changed';

const LendDialog = dynamic(() => import('./lend-dialog').then((module) => module.LendDialog), { ssr: false });

export interface VerdictFormProps {
  useCaseId: string;
  /** Roles that the reader approves in. */
  roles: readonly ApprovalRole[];
  revision: number;
  people: GateView['people'];
}

/** Approves or objects, in one of the reader's roles; or lends the right to. */
export function VerdictForm({ useCaseId, roles, revision, people }: VerdictFormProps) {
  const t = useTranslations('review');
  const validation = useTranslations('validation');
  const trpc = useTRPC();
  const toast = useToast();
  const failed = useErrorToast();
  const changed = useGateChanged();
  const [role, setRole] = useState<ApprovalRole | undefined>(roles[0]);
  const [comment, setComment] = useState('');
  const [lending, setLending] = useState(false);
  const give = useMutation(
    trpc.gate.verdict.mutationOptions({
      onSuccess: async () => {
        setComment('');
        await changed();
        toast({ tone: 'good', title: t('verdictGiven') });
      },
      onError: async (error) => {
        if (apiErrorCode(error) !== 'VALIDATION') failed(error);
        await changed();
      },
    }),
  );
  const chosen = role && roles.includes(role) ? role : roles[0];
  const say = (verdict: 'APPROVED' | 'OBJECTED') =>
    chosen ? give.mutate({ useCaseId, role: chosen, verdict, comment, revision }) : undefined;
  const unexplained = give.isError && apiErrorCode(give.error) === 'VALIDATION';
  return (
    <div className="mt-3 flex flex-col gap-3">
      <Field label={t('approveAs')}>
        <Select value={chosen} onChange={(event) => setRole(event.target.value as ApprovalRole)}>
          {roles.map((known) => (
            <option key={known} value={known}>
              {t(`role.${known}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('comment')} error={unexplained ? validation('required') : undefined}>
        <Textarea value={comment} onChange={(event) => setComment(event.target.value)} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button pending={give.isPending} onClick={() => say('APPROVED')}>
          {t('approve')}
        </Button>
        <Button variant="ghost" disabled={give.isPending} onClick={() => say('OBJECTED')}>
          {t('object')}
        </Button>
        <Button variant="ghost" onClick={() => setLending(true)}>
          {t('lend')}
        </Button>
      </div>
      {lending ? <LendDialog roles={roles} people={people} onClose={() => setLending(false)} /> : null}
    </div>
  );
}
