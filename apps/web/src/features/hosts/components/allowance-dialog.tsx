'use client';

import { allowOnHostInputSchema, capabilityTrouble, type HostView } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Notice } from '@jalon/ui/notice';
import { Textarea } from '@jalon/ui/textarea';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { apiErrorData } from '@/lib/api-error';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import { readLines, readPorts } from '../lib/lines';

type Wrong = 'bindSources' | 'privilegedPorts' | 'reservedPorts' | 'capabilities';

/** Says what stacks may have on a host beyond the default, and which ports they may not. */
export function AllowanceDialog({ host, onClose }: { host: HostView; onClose: () => void }) {
  const t = useTranslations('hosts.allowance');
  const common = useTranslations('common');
  const describe = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [wrong, setWrong] = useState<ReadonlySet<Wrong>>(new Set());
  const [refusedNames, setRefusedNames] = useState<RefusedNames | null>(null);
  const allow = useMutation(
    trpc.host.allow.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.host.pathFilter());
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const text = (name: Wrong) => String(typed.get(name) ?? '');
    const read = allowOnHostInputSchema.safeParse({
      hostId: host.id,
      allowance: {
        bindSources: readLines(text('bindSources')),
        privilegedPorts: readPorts(text('privilegedPorts')),
        reservedPorts: readPorts(text('reservedPorts')),
        capabilities: readLines(text('capabilities')),
      },
    });
    setWrong(new Set(read.error?.issues.map(({ path }) => path[1] as Wrong)));
    setRefusedNames(refusedCapabilities(readLines(text('capabilities'))));
    if (read.success) allow.mutate(read.data);
  };
  const refused = refusedFolders(allow.error, allow.variables);
  const foldersError =
    refused.length > 0
      ? t('foldersRefused', { folders: refused.join(', '), count: refused.length })
      : wrong.has('bindSources')
        ? t('foldersWrong')
        : undefined;
  const { bindSources, privilegedPorts, reservedPorts, capabilities } = host.allowance;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('title', { name: host.name })}
      description={t('text')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form="allow-on-host" variant="primary" pending={allow.isPending}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form id="allow-on-host" noValidate className="flex flex-col gap-4" onSubmit={submit}>
        {allow.isError && refused.length === 0 ? (
          <Notice tone="bad" title={describe(allow.error).title} />
        ) : null}
        <Field label={t('folders')} hint={t('foldersHint')} error={foldersError}>
          <Textarea
            name="bindSources"
            rows={3}
            spellCheck={false}
            className="font-mono text-xs"
            defaultValue={bindSources.join('\n')}
          />
        </Field>
        <Field
          label={t('lowPorts')}
          hint={t('lowPortsHint')}
          error={wrong.has('privilegedPorts') ? t('lowPortsWrong') : undefined}
        >
          <Input name="privilegedPorts" className="tabular" defaultValue={privilegedPorts.join(', ')} />
        </Field>
        <Field
          label={t('reserved')}
          hint={t('reservedHint')}
          error={wrong.has('reservedPorts') ? t('portsWrong') : undefined}
        >
          <Input name="reservedPorts" className="tabular" defaultValue={reservedPorts.join(', ')} />
        </Field>
        <Field
          label={t('capabilities')}
          hint={t('capabilitiesHint')}
          error={
            refusedNames
              ? t(refusedNames.never ? 'capabilitiesNever' : 'capabilitiesUnknown', {
                  names: refusedNames.names.join(', '),
                  count: refusedNames.names.length,
                })
              : undefined
          }
        >
          <Input
            name="capabilities"
            spellCheck={false}
            autoComplete="off"
            className="font-mono"
            defaultValue={capabilities.join(', ')}
          />
        </Field>
      </form>
    </Dialog>
  );
}

interface RefusedNames {
  /** True: nobody can allow them; false: Linux has none of that name. */
  never: boolean;
  names: string[];
}

/** The capabilities that cannot be allowed, of those that were typed; those that are dangerous first. */
function refusedCapabilities(names: readonly string[]): RefusedNames | null {
  for (const trouble of ['NEVER', 'UNKNOWN'] as const) {
    const found = names.filter((name) => capabilityTrouble(name, names) === trouble);
    if (found.length > 0) return { never: trouble === 'NEVER', names: found };
  }
  return null;
}

/** The folders that the server did not take, of those that were sent. */
function refusedFolders(
  error: unknown,
  sent: { allowance: { bindSources?: string[] } } | undefined,
): string[] {
  return (apiErrorData(error)?.details ?? []).flatMap(({ path = '' }) => {
    const index = /^allowance\.bindSources\.(\d+)$/.exec(path)?.[1];
    return index ? [sent?.allowance.bindSources?.[Number(index)] ?? ''] : [];
  });
}
