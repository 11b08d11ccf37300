'use client';

import type { ModelVersionView } from '@jalon/contracts';
import { formatNumber } from '@jalon/ui/format';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useUi } from '@jalon/ui/ui-provider';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useProject } from '@/features/projects/hooks/use-project';
import { Calibration } from './calibration';
import { Confusion } from './confusion';

/** Versions side by side by their metrics, and the pictures of the newest. */
export function VersionsTable({ versions }: { versions: readonly ModelVersionView[] }) {
  const t = useTranslations('model');
  const { locale } = useUi();
  const { href } = useProject();
  const metrics = [...new Set(versions.flatMap((version) => Object.keys(version.metrics)))];
  const [newest] = versions;
  return (
    <div className="flex flex-col gap-6">
      <Table
        label={t('versionsTable')}
        head={
          <>
            <HeaderCell>{t('version')}</HeaderCell>
            {metrics.map((metric) => (
              <HeaderCell key={metric} numeric>
                {metric}
              </HeaderCell>
            ))}
            <HeaderCell>{t('data')}</HeaderCell>
            <HeaderCell>{t('digest')}</HeaderCell>
            <HeaderCell>{t('trained')}</HeaderCell>
          </>
        }
      >
        {versions.map((version) => (
          <Row key={version.id}>
            <Cell>
              {version.runId ? (
                <Link
                  href={href(`runs/${version.runId}`)}
                  className="whitespace-nowrap font-medium text-accent hover:underline"
                >
                  {t('versionNumber', { number: version.number })}
                </Link>
              ) : (
                <span className="whitespace-nowrap font-medium">
                  {t('versionNumber', { number: version.number })}
                </span>
              )}
            </Cell>
            {metrics.map((metric) => {
              const value = version.metrics[metric];
              return (
                <Cell key={metric} numeric>
                  {value === undefined ? '–' : formatNumber(value, locale, 4)}
                </Cell>
              );
            })}
            <Cell className="whitespace-nowrap text-ink-2">
              {version.trainingData.file}
              {version.trainingData.rows === null
                ? null
                : `, ${t('rowCount', { count: version.trainingData.rows })}`}
            </Cell>
            <Cell className="font-mono text-ink-3 text-xs" title={version.sha256}>
              {version.sha256.slice(0, 12)}
            </Cell>
            <Cell className="whitespace-nowrap text-ink-2">
              <RelativeTime date={version.createdAt} />
            </Cell>
          </Row>
        ))}
      </Table>
      {newest ? (
        <div className="flex flex-wrap items-start gap-x-12 gap-y-6">
          {newest.evaluation.confusion ? <Confusion matrix={newest.evaluation.confusion} /> : null}
          {newest.evaluation.calibration ? <Calibration bins={newest.evaluation.calibration} /> : null}
        </div>
      ) : null}
    </div>
  );
}
