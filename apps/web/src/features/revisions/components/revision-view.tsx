'use client';

import { type RevisionDetail, SECRET_MASK } from '@jalon/contracts';
import { buttonClass } from '@jalon/ui/button';
import { Fact } from '@jalon/ui/fact';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useQuery } from '@tanstack/react-query';
import { GitCompareArrows } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/features/projects/components/query-error';
import { useProject } from '@/features/projects/hooks/use-project';
import { useTRPC } from '@/trpc/react';
import { PromoteButton } from './promote-button';
import { RevisionDeployments } from './revision-deployments';
import { RevisionFiles } from './revision-files';
import { CurrentIn, Origin } from './revision-state';
import { RollBackButton } from './roll-back-button';

/** One revision: what it holds, where it ran, and the ways to it from here. */
export function RevisionView({ number }: { number: number }) {
  const t = useTranslations('revision');
  const { project } = useProject();
  const query = useQuery(useTRPC().revision.get.queryOptions({ projectId: project.id, number }));
  if (query.isError) {
    return <QueryError title={t('loadFailed')} error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <SkeletonRows rows={10} />;
  return <Revision revision={query.data} />;
}

function Revision({ revision }: { revision: RevisionDetail }) {
  const t = useTranslations('revision');
  const { environment, href } = useProject();
  const { number } = revision;
  const current = environment.revision;
  return (
    <div className="flex flex-col gap-8">
      <Section
        title={t('name', { number })}
        actions={
          <>
            {current !== null && current !== number ? (
              <Link
                href={href(`revisions/compare?from=${number}&to=${current}`)}
                className={buttonClass('secondary')}
              >
                <GitCompareArrows aria-hidden size={15} />
                {t('compareWith', { number, current })}
              </Link>
            ) : null}
            <RollBackButton revision={revision} />
            {current === number ? <PromoteButton /> : null}
          </>
        }
      >
        <dl className="flex flex-wrap gap-x-10 gap-y-2">
          <Fact name={t('madeFor')}>
            <Origin revision={revision} />
          </Fact>
          {revision.currentIn.length > 0 ? (
            <Fact name={t('state')}>
              <span className="flex flex-wrap gap-1">
                <CurrentIn revision={revision} />
              </span>
            </Fact>
          ) : null}
          <Fact name={t('author')}>{revision.author ?? '–'}</Fact>
          <Fact name={t('made')}>
            <RelativeTime date={revision.createdAt} />
          </Fact>
          {revision.note ? <Fact name={t('note')}>{revision.note}</Fact> : null}
        </dl>
      </Section>
      <Section title={t('deployments')}>
        <RevisionDeployments deployments={revision.deployments} />
      </Section>
      <Section title={t('images')} description={t('imagesText')}>
        {revision.images.length > 0 ? (
          <Pairs
            label={t('imagesTable')}
            head={[t('service'), t('image')]}
            rows={revision.images.map(({ service, image }) => [service, image])}
          />
        ) : (
          <p className="text-ink-3">{t('noImages')}</p>
        )}
      </Section>
      {revision.variables.length > 0 ? (
        <Section title={t('variables')} description={t('variablesText')}>
          <Pairs
            label={t('variablesTable')}
            head={[t('variable'), t('value')]}
            rows={revision.variables.map(({ name, secret, value }) => [
              name,
              secret ? SECRET_MASK : (value ?? '–'),
            ])}
          />
        </Section>
      ) : null}
      <Section title={t('file')}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <pre tabIndex={0} className="max-h-[28rem] overflow-auto rounded-md bg-sunken p-3 font-mono text-xs">
          {revision.composeText}
        </pre>
      </Section>
      <RevisionFiles files={revision.files} />
    </div>
  );
}

interface PairsProps {
  label: string;
  head: readonly [string, string];
  rows: readonly (readonly [string, string])[];
}

function Pairs({ label, head, rows }: PairsProps) {
  return (
    <Table
      label={label}
      head={
        <>
          <HeaderCell>{head[0]}</HeaderCell>
          <HeaderCell>{head[1]}</HeaderCell>
        </>
      }
    >
      {rows.map(([name, value]) => (
        <Row key={name}>
          <Cell className="font-medium font-mono text-xs">{name}</Cell>
          <Cell className="max-w-xl break-all font-mono text-ink-2 text-xs" data-verbatim>
            {value}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
