'use client';

import { Button } from '@jalon/ui/button';
import { Input } from '@jalon/ui/input';
import { Select } from '@jalon/ui/select';
import { Status } from '@jalon/ui/status';
import { Pause, Play } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo, useState } from 'react';
import { QueryError } from '@/features/projects/components/query-error';
import { useProject } from '@/features/projects/hooks/use-project';
import { useLogStream } from '../hooks/use-log-stream';
import { filterEntries } from '../lib/log-buffer';
import { LEVELS, type Level } from '../lib/read-line';
import { LogList } from './log-list';

/** The logs of an environment as they are written. What is chosen stands in the address. */
export function LogsView() {
  const t = useTranslations('logs');
  const router = useRouter();
  const params = useSearchParams();
  const { environment } = useProject();
  const service = params.get('service');
  const level = LEVELS.find((known) => known === params.get('level')) ?? 'debug';
  const [text, setText] = useState(params.get('q') ?? '');
  const [paused, setPaused] = useState(false);
  const { buffer, status, error, restart } = useLogStream({ environmentId: environment.id, service, paused });
  const wanted = useDeferredValue(text);
  const entries = useMemo(
    () => filterEntries(buffer.entries, { text: wanted, level }),
    [buffer, wanted, level],
  );
  const choose = (name: 'service' | 'level' | 'q', value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    router.replace(`?${next}`, { scroll: false });
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Select
          aria-label={t('service')}
          value={service ?? ''}
          onChange={(event) => choose('service', event.target.value)}
          className="w-44"
        >
          <option value="">{t('allServices')}</option>
          {environment.services.map((entry) => (
            <option key={entry.service} value={entry.service}>
              {entry.service}
            </option>
          ))}
        </Select>
        <Select
          aria-label={t('level')}
          value={level}
          onChange={(event) => choose('level', event.target.value === 'debug' ? '' : event.target.value)}
          className="w-44"
        >
          {LEVELS.map((known: Level) => (
            <option key={known} value={known}>
              {t(`atLeast.${known}`)}
            </option>
          ))}
        </Select>
        <Input
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => choose('q', text)}
          className="min-w-36 max-w-64 flex-1"
        />
        <Button
          icon={paused ? <Play aria-hidden size={14} /> : <Pause aria-hidden size={14} />}
          aria-pressed={paused}
          onClick={() => setPaused(!paused)}
        >
          {paused ? t('resume') : t('pause')}
        </Button>
        <span className="ml-auto flex items-center gap-4 text-xs">
          {buffer.dropped > 0 ? <Status tone="warn">{t('dropped', { count: buffer.dropped })}</Status> : null}
          <span className="tabular text-ink-3">{t('count', { count: entries.length })}</span>
        </span>
      </div>
      {status === 'error' && error ? (
        <QueryError title={t('streamFailed')} error={error} onRetry={restart} />
      ) : (
        <LogList entries={entries} withService={service === null} follow={!paused} />
      )}
    </div>
  );
}
