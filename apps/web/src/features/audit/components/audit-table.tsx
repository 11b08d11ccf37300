'use client';

import type { AuditLogEntry } from '@jalon/contracts';
import { formatDateTime } from '@jalon/ui/format';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useLocale, useTranslations } from 'next-intl';

export interface AuditTableProps {
  events: readonly AuditLogEntry[];
  onSubject: (event: AuditLogEntry) => void;
}

/** Events as the log has them; whatever belongs to one is a press away. */
export function AuditTable({ events, onSubject }: AuditTableProps) {
  const t = useTranslations('audit');
  const locale = useLocale();
  return (
    <Table
      label={t('title')}
      head={
        <>
          <HeaderCell numeric>{t('place')}</HeaderCell>
          <HeaderCell>{t('when')}</HeaderCell>
          <HeaderCell>{t('person')}</HeaderCell>
          <HeaderCell>{t('action')}</HeaderCell>
          <HeaderCell>{t('subject')}</HeaderCell>
          <HeaderCell>{t('data')}</HeaderCell>
        </>
      }
    >
      {events.map((event) => (
        <Row key={event.id} className="align-top">
          <Cell numeric className="text-ink-3">
            {event.sequence === null ? t('notYet') : `#${event.sequence}`}
          </Cell>
          <Cell className="whitespace-nowrap">
            <time dateTime={event.at.toISOString()} suppressHydrationWarning>
              {formatDateTime(event.at, locale)}
            </time>
          </Cell>
          <Cell>{event.actorName || <span className="text-ink-3">{t('platform')}</span>}</Cell>
          <Cell>
            <code className="text-xs">{event.action}</code>
          </Cell>
          <Cell>
            <button
              type="button"
              title={t('onlyThis')}
              className="rounded-sm text-left text-xs hover:underline"
              onClick={() => onSubject(event)}
            >
              <code>
                {event.subjectType} {event.subjectId.slice(0, 8)}
              </code>
            </button>
          </Cell>
          <Cell className="max-w-md">
            {Object.keys(event.data).length > 0 ? (
              <details>
                <summary className="cursor-pointer truncate text-ink-2 text-xs">
                  <code>{Object.keys(event.data).join(', ')}</code>
                </summary>
                <pre className="mt-1 max-h-80 overflow-auto whitespace-pre-wrap break-words rounded-md bg-sunken p-2 text-xs">
                  {JSON.stringify(event.data, null, 2)}
                </pre>
              </details>
            ) : null}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
